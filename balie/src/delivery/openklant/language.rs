//! The language somebody would rather speak, as the register writes it: ISO 639-2/B, but Dutch
//! as `nld`, which is what its description and the programs beside it say.
//!
//! Somebody types a word. Nothing is guessed: what is not known here is left as Dutch, and the
//! word itself stands in the text.

/// As the register writes Dutch.
pub const DUTCH: &str = "nld";

/// By which words each is known, in small letters.
const LANGUAGES: &[(&str, &[&str])] = &[
    ("alb", &["albanees", "shqip"]),
    ("amh", &["amhaars", "amhaarse", "አማርኛ"]),
    ("ara", &["arabisch", "arabische", "marokkaans", "syrisch", "egyptisch", "العربية", "عربي"]),
    ("arm", &["armeens"]),
    ("ben", &["bengaals", "bengali"]),
    ("ber", &["berbers", "tamazight", "tarifit", "riffijns"]),
    ("bos", &["bosnisch"]),
    ("bul", &["bulgaars", "български"]),
    ("chi", &["chinees", "mandarijn", "kantonees", "中文"]),
    ("cze", &["tsjechisch"]),
    ("eng", &["engels", "english"]),
    ("fre", &["frans", "français"]),
    ("fry", &["fries", "frysk"]),
    ("geo", &["georgisch"]),
    ("ger", &["duits", "deutsch"]),
    ("gre", &["grieks", "ελληνικά"]),
    ("heb", &["hebreeuws"]),
    ("hin", &["hindi"]),
    ("hrv", &["kroatisch"]),
    ("hun", &["hongaars", "magyar"]),
    ("ind", &["indonesisch"]),
    ("ita", &["italiaans", "italiano"]),
    ("jpn", &["japans"]),
    ("kor", &["koreaans"]),
    ("kur", &["koerdisch", "kurmanji", "sorani", "kurdî"]),
    ("lav", &["lets"]),
    ("lit", &["litouws"]),
    ("mac", &["macedonisch"]),
    ("pap", &["papiaments", "papiamento", "papiamentu"]),
    ("per", &["perzisch", "farsi", "dari", "فارسی", "دری"]),
    ("pol", &["pools", "polski"]),
    ("por", &["portugees", "braziliaans", "português"]),
    ("pus", &["pashto", "pasjtoe", "پښتو"]),
    ("rum", &["roemeens", "română"]),
    ("rus", &["russisch", "русский"]),
    ("sgn", &["gebarentaal"]),
    ("slo", &["slowaaks"]),
    ("som", &["somalisch", "somali", "soomaali"]),
    ("spa", &["spaans", "español"]),
    ("srn", &["sranan", "sranantongo", "surinaams"]),
    ("srp", &["servisch"]),
    ("swa", &["swahili"]),
    ("tam", &["tamil"]),
    ("tha", &["thais", "thai"]),
    ("tir", &["tigrinya", "ትግርኛ"]),
    ("tur", &["turks", "türkçe"]),
    ("ukr", &["oekraïens", "oekraiens", "українська"]),
    ("urd", &["urdu", "اردو"]),
    ("vie", &["vietnamees"]),
];

/// The language that is named first, if it is known and nothing is excepted.
pub fn code(told: &str) -> &'static str {
    let told = told.to_lowercase();
    let words = || told.split(|mark: char| !mark.is_alphabetic());
    if words().any(|word| ["geen", "niet"].contains(&word)) {
        return DUTCH;
    }
    let known = |word: &str| LANGUAGES.iter().find(|(_, names)| names.contains(&word));
    words().find_map(known).map_or(DUTCH, |(code, _)| code)
}
