//! A mail as a mail program understands it (RFC 5322, and 2045 for the body).

/// A mail that arrived.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Who sent it, on the envelope.
    pub from: String,
    /// To whom, on the envelope.
    pub to: Vec<String>,
    /// The line was encrypted.
    pub encrypted: bool,
    /// As it came over the line, without the dots that were doubled there.
    pub raw: String,
}

impl Mail {
    /// The one value of this header.
    pub fn header(&self, name: &str) -> Option<String> {
        let values: Vec<_> = self.headers().into_iter().filter(|(it, _)| it == name).collect();
        assert!(values.len() <= 1, "{name} is there more than once");
        values.into_iter().next().map(|(_, value)| value)
    }

    /// All headers, unfolded, in order.
    pub fn headers(&self) -> Vec<(String, String)> {
        let (head, _) = self.parts();
        let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
        let header = |line: &str| {
            let (name, value) = line.split_once(": ").expect("a header");
            assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{name}");
            (name.to_owned(), value.to_owned())
        };
        unfolded.split("\r\n").map(header).collect()
    }

    /// The text, with plain line ends.
    pub fn text(&self) -> String {
        assert!(self.raw.is_ascii(), "a mail that a server may refuse");
        for line in self.raw.split("\r\n") {
            assert!(line.len() <= 998, "a line that a server may refuse");
            assert!(!line.contains(['\r', '\n', '\0']), "a line end that is none");
        }
        let kind = self.header("Content-Type").unwrap_or_default();
        assert_eq!(kind, "text/plain; charset=utf-8");
        let (_, body) = self.parts();
        let bytes = match self.header("Content-Transfer-Encoding").as_deref() {
            Some("quoted-printable") => quoted_printable(body),
            Some("base64") => base64(body),
            Some("7bit") | None => body.as_bytes().to_vec(),
            Some(other) => panic!("{other}"),
        };
        String::from_utf8(bytes).expect("UTF-8").replace("\r\n", "\n")
    }

    fn parts(&self) -> (&str, &str) {
        self.raw.split_once("\r\n\r\n").expect("a head and a body")
    }
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((first, more)) = rest.split_first() {
        if *first == b'=' {
            let digits = std::str::from_utf8(&more[..2]).expect("digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("two hexadecimal digits"));
            rest = &more[2..];
        } else {
            bytes.push(*first);
            rest = more;
        }
    }
    bytes
}

fn base64(text: &str) -> Vec<u8> {
    let value = |mark: u8| match mark {
        b'A'..=b'Z' => Some(mark - b'A'),
        b'a'..=b'z' => Some(mark - b'a' + 26),
        b'0'..=b'9' => Some(mark - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0);
    for six in text.bytes().filter_map(value) {
        bits = bits << 6 | u32::from(six);
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held & 0xff) as u8);
        }
    }
    bytes
}

/// The bytes that these letters stand for (base64).
pub fn from_base64(text: &str) -> Vec<u8> {
    base64(text)
}
