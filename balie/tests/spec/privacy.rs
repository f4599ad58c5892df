//! What the page on privacy says is what the desk does.

use crate::open_desk::OpenDesk;
use crate::site::block_on;

const PAGE: &str = "<p>Na <span data-days=\"delivered\">30</span> dagen, of na \
    <span data-days=\"undelivered\">90</span> dagen.</p>";

#[test]
fn it_says_for_how_long_this_desk_keeps_what_was_asked() {
    block_on(async {
        for (options, days) in [
            (&[][..], (30, 90)),
            (&["--keep-days=7"], (7, 90)),
            (&["--keep-days=0", "--keep-undelivered-days=365"], (0, 365)),
        ] {
            let desk = OpenDesk::told(options).await;
            desk.site.put("/privacy/index.html", PAGE);
            let answer = desk.get("/privacy/").await;
            assert_eq!(
                (answer.status.as_u16(), answer.header("cache-control")),
                (200, Some("no-store"))
            );
            let said = format!(
                "<p>Na <span data-days=\"delivered\">{}</span> dagen, of na \
                 <span data-days=\"undelivered\">{}</span> dagen.</p>",
                days.0, days.1
            );
            assert_eq!(answer.body, said);
        }
    });
}
