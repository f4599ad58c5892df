//! The answer to `--help`.

/// The answer to `--help`.
pub const HELP: &str = "\
balie: the desk of Wijkdeur

  balie serve --data DIR [options]

Serves the published app in DIR and takes contact requests, until SIGTERM or ctrl-c.
Prints the address it listens on as its one line of output.

  --data DIR                  the published app; must hold an index.html
  --port PORT                 default 8080; 0 picks a free one
  --bind ADDRESS              default 127.0.0.1, this machine only
  --frame-ancestors ORIGINS   who may show the app in a frame, besides itself:
                              exact origins with a space between them, such as
                              \"https://www.arnhem.nl https://arnhem.nl\"
  --cors ORIGINS              whose pages may send requests, besides its own
  --security-contact ADDRESS  where somebody tells of a weakness, mailto: or https://;
                              makes /.well-known/security.txt
  --deliver FILE              where requests are delivered; needed when a municipality
                              that is not invented takes them
  --deliver-within N          a delivery takes N seconds at most; default 30. What a
                              desk had in hand when it was killed is taken up by
                              another, or by itself, after twice as long
  --keep-days N               erase what was delivered N days ago; default 30
  --keep-undelivered-days N   erase what came in N days ago and nobody received;
                              default 90
  --late-hours N              tell of what waits longer, in the log, in /readyz and
                              in /metrics; default 24
  --limit-per-minute N        requests from one address, twice as many at once;
                              default 30, 0 for no limit
  --limit-overall N           requests a minute that are fit to be kept, from all
                              of them; default 1200, 0 for no limit
  --behind-proxy              count by the last address in X-Forwarded-For; only
                              behind a proxy that writes it

  balie check [the same options] [--send]
                              looks whether it could serve and deliver so, and
                              changes nothing; with --send it sends one marked test
                              message over each channel, and says what is left there

What is stored, also while a desk is running:

  balie list [--state waiting|delivered|dead]
                              references and states; nothing of what they say
  balie show REFERENCE        what a request says
  balie resend REFERENCE      deliver it once more
  balie resend --dead [--channel NAME --deliver FILE]
                              deliver once more all that was given up, or what of
                              it goes over this channel
  balie erase REFERENCE       erase it, however far it is
  balie purge [--days N]      erase what was delivered N days ago; default 30
  balie export                everything, a line of JSON for each request
  balie backup FILE           a copy of an SQLite store, as it is at one moment

For all of them:

  --db ADDRESS                sqlite://FILE, or postgres://USER@HOST/NAME, which
                              several desks may share; default sqlite://balie.db
  --key-file FILE             the keys that seal requests, one on each line, the
                              current one first; default balie.key beside an
                              SQLite file, made when it is first needed
  --help, --version

In the environment:

  BALIE_DB                    as --db, which overrides it
  BALIE_FRAME_ANCESTORS       as --frame-ancestors, which overrides it
  BALIE_KEY                   the current key, 64 hexadecimal digits, in place
                              of a file; make one with: openssl rand -hex 32
  BALIE_OLD_KEYS              keys of before, with commas between them

The desk speaks plain HTTP: put it behind a proxy that speaks HTTPS, that hands
on Host as it came, and that keeps /metrics, /healthz and /readyz to itself.
Keep a copy of the keys apart from the copy of the store: without its key a
request cannot be read by anybody.
";
