//! How a node is written as HTML, where a browser reads its text in another way.

use std::convert::Infallible;
use wijkdeur::node::{Inside, Kind, Node, to_html, with};

/// What an element with this text is as HTML.
fn written(tag: &'static str, texts: &[&str]) -> String {
    let text = |text: &&str| Node::<Infallible>(Box::new(Kind::Text((*text).to_owned())));
    let node = with(tag, Vec::new(), texts.iter().map(text).collect());
    to_html(&Inside::from_iter([node]))
}

#[test]
fn a_script_says_what_is_written_in_it() {
    let said = "if (1 < 2 && a <= b) say(\"é\" + '>');";
    assert_eq!(written("script", &[said]), format!("<script>{said}</script>"));
    let style = "a > b::before { content: \"&\" }";
    assert_eq!(written("style", &[style]), format!("<style>{style}</style>"));
    assert_eq!(written("p", &["1 < 2 && \"a\""]), "<p>1 &lt; 2 &amp;&amp; &quot;a&quot;</p>");
}

/// Neither an end, nor what hides it: after `<!--` and `<script` a browser passes over an end.
#[test]
fn nothing_in_a_script_ends_it_or_hides_its_end() {
    for texts in [
        &["\"</script>\""][..],
        &["\"</SCRIPT\n>\""],
        &["\"<", "/script>\""],
        &["\"<!-- <script>\""],
        &["\"<", "!--", "<", "ScRiPt>\""],
        &["\"<?\""],
        &["<"],
    ] {
        let html = written("script", texts);
        let within = html.strip_prefix("<script>").and_then(|rest| rest.strip_suffix("</script>"));
        assert!(within.is_some_and(|within| !within.contains('<')), "{html}");
    }
    let json = written("script", &["[\"</script>\", \"a < b\"]"]);
    let json = json.replace("<script>", "").replace("</script>", "");
    let said: Vec<String> = serde_json::from_str(&json).expect("JSON");
    assert_eq!(said, ["</script>", "a < b"]);
    assert_eq!(written("style", &["</style>"]), "<style>\\3c /style></style>");
}
