//! Dutch, at level B1.

#[cfg(any(feature = "request", not(target_arch = "wasm32")))]
use super::contact::NL_CONTACT;
use super::{DeskTexts, Texts};
use crate::domain::{AgeGroup, Channel, Date, Exception, Hours, Open, Opening, Time, Weeks};

/// Dutch.
pub const NL: Texts = Texts {
    app: "Wijkdeur",

    safety_row: "Bij gevaar",
    danger: "Direct gevaar?",
    call_112: "Bel 112",
    other_numbers: "Andere nummers",
    leave: "Snel weg",
    leave_full: "Snel weg van deze pagina",
    leave_shift: "Snel weg? Druk 3 keer kort achter elkaar op Shift.",
    shift: [
        ["Zet ‘3 keer Shift’ uit", "‘3 keer Shift’ doet nu niets meer."],
        ["Zet ‘3 keer Shift’ aan", "Met 3 keer Shift gaat u nu weer snel weg."],
    ],

    skip: "Naar de vraag",
    aloud: ["Lees voor", "Pauze", "Lees verder"],
    help: "Hulp",
    forget: "Wis alles en begin opnieuw",
    overview: "Alle teams en nummers per wijk",
    privacy: "Wat gebeurt er met mijn antwoorden?",
    accessibility: "Toegankelijkheid",
    answers_stay: "Uw antwoorden blijven op dit apparaat, tot u zelf iets verstuurt.",

    next: "Verder",
    back: "Terug",
    do_not_know: "Ik weet het niet",
    rather_not: "Liever niet zeggen",
    talk: "Ik wil iemand spreken",
    problems: "Kijk nog even naar uw antwoord",
    nothing_chosen: "Kies eerst een antwoord. Of kies: Ik weet het niet.",
    nothing_typed: "Vul de vier cijfers van uw postcode in. Of kies een knop hieronder.",
    no_postcode: "Dit lijkt geen postcode. Vul vier cijfers in, zoals 6811.",
    postcode_hint: "De vier cijfers zijn genoeg. Bijvoorbeeld: 6811.",
    from_list: "Ik kies mijn wijk uit een lijst",
    no_address: "Ik heb geen vast adres",
    lives_elsewhere: "Het is in een andere gemeente",
    skipped: "Overgeslagen",

    go_on_title: "Wilt u ook andere hulp?",
    go_on: ["Verder met de vragen", "Verder naar mijn advies"],
    family: "Zegt u uw naam niet? Dan vertellen deze mensen niets aan uw familie.",

    advice: "Hier kunt u terecht",
    unconfirmed: "De gemeente heeft deze gegevens nog niet bevestigd.",
    unverified: "Niemand keek het laatste half jaar of de gegevens kloppen.",
    first_this: "Eerst dit",
    walk_in_first: "Loop binnen",
    bring: (
        "Neem mee",
        "Brieven die erover gaan, en uw identiteitsbewijs. Hebt u dat niet? Ga dan toch.",
    ),
    hours_uncertain: "Of het nu open is, weten wij niet. Vandaag kan anders zijn dan gewoon.",
    hours_unknown: "Wij weten de tijden niet.",
    other_ways: "Andere manieren",
    if_it_fails: "Lukt dat niet? Kijk hier",
    say_several: "Er speelt meer dan één ding bij mij",
    say_anything: "Ik weet niet waar ik moet beginnen",
    say_this: "Zeg dit",
    may_decide: "Dit team mag zelf beslissen.",
    because_several: "Er speelt meer dan één ding. Eén team kijkt naar alles samen.",
    by_appointment: "Maak eerst een afspraak.",
    because_elsewhere: "Het gaat om een andere gemeente. Die gemeente helpt verder.",
    because_everyone: "Weet u niet waar u moet beginnen? Zij denken met u mee.",
    then_team: "Daarna: hulp in uw wijk",
    at_the_table: "Wie helpen er mee",
    yourself: "Wat u zelf of samen kunt doen",
    elsewhere: ["Andere plekken voor hulp", "Praten of raad vragen kan ook hier"],
    rights: "Uw rechten",
    support_right: "U hebt recht op gratis hulp van iemand die niet van de gemeente is. \
                    Die helper denkt mee en gaat mee naar gesprekken.",
    support_unknown: "Wij weten nog niet wie dat hier doet. \
                      Vraag de gemeente om ‘onafhankelijke cliëntondersteuning’.",
    disagree: "Bent u het niet eens met wat er besloten is? \
               Dan mag u vragen er opnieuw naar te kijken (bezwaar). \
               Meestal hebt u daar zes weken voor, soms korter. \
               Vraag daar gratis hulp bij.",
    your_answers: "Uw antwoorden",
    change: "Verander",
    take_away: "Neem het mee",
    print: "Print dit",
    copy: "Kopieer de tekst",
    share: "Stuur naar iemand",
    link: "Verder op een telefoon",
    link_hint: "Richt de camera van uw telefoon op het vierkant. Of kopieer de link. \
                Wie hem opent, ziet deze plekken en niet uw antwoorden.",
    link_label: "Code voor de camera van uw telefoon",
    calendar_what: "Binnenlopen",
    copied: [
        "De tekst is gekopieerd. U kunt hem nu ergens plakken.",
        "Kopiëren lukt niet vanzelf. Kopieer de tekst hieronder zelf.",
    ],
    take_lost: "Dit lukt nu niet. Dat ligt niet aan u. Probeer het nog een keer.",
    linked: ["De code staat hieronder.", "De code lukt nu niet. De link staat hieronder."],
    saved: "Het staat bij uw downloads. Open het om het in uw agenda te zetten.",
    route: "Hoe kom ik daar?",
    not_right: "Klopt dit niet?",
    prefer: "Ik kies liever deze",
    preferred: ["Dit koos u zelf als eerste.", "Toch eerst wat wij adviseren"],
    changed: "Dit is er veranderd",
    unchanged: "Het advies blijft hetzelfde.",
    outdated: "Klopt dit niet meer?",
    outdated_mail: "Mail dit",

    story: "Mijn verhaal",
    story_about: "Uw antwoorden in een paar zinnen, om te laten lezen of voor te lezen.",
    story_hint: "Dit zei u tegen ons. Verander het gerust. U kunt het laten lezen, voorlezen of geven. \
                 Dan hoeft u het maar één keer te vertellen.",
    story_label: "Uw verhaal",
    story_reset: ["Maak het opnieuw van mijn antwoorden", "Zet mijn eigen tekst terug"],
    story_older: "U veranderde een antwoord. Past uw verhaal nog?",
    story_plan: "Schrijf erbij welke hulp u zelf wilt. Dan is dit uw persoonlijk plan voor hulp van de gemeente (Wmo). \
                 Geef het binnen zeven dagen nadat u de gemeente om hulp vroeg. Zij moet ernaar kijken.",
    story_end: "Kunt u met mij meedenken?",
    story_no_address: "Er is geen vast adres.",
    story_elsewhere: "Het gaat om een andere gemeente.",

    carried: "Dit nam u mee",
    carried_hint: "Deze plekken staan in de link.",
    carried_on: ["Ik heb zelf een vraag", "Terug naar mijn vragen"],
    carried_silent: "Staat er geen nummer bij? Vraag het hier:",

    desk: DeskTexts {
        ask: "Vraag of zij contact opnemen",
        ask_hall: "Vraag of de gemeente contact opneemt",
        ask_otherwise: "Andere manieren voor contact",
        rather_call: "Liever bellen?",
        lost: "Dit lukt nu niet. Dat ligt niet aan u. Probeer het nog een keer, of bel.",
        no_desk: [
            "Contact vragen",
            "U kunt hier nog geen bericht versturen. Zo krijgt u wel contact:",
        ],
        mail: (
            "Zet een mail klaar",
            "Vraag om contact",
            [
                "Wilt u contact met mij opnemen?",
                "",
                "Mijn naam:",
                "Mijn telefoonnummer:",
                "Bellen kan het beste op:",
            ],
        ),
    },
    #[cfg(any(feature = "request", not(target_arch = "wasm32")))]
    contact: NL_CONTACT,

    watched: "Kan iemand meekijken?",
    watched_hint: "Een ander kan zien of horen waar u hulp bij vraagt.",
    unwatched_yes: "Nee, ga maar verder",
    watched_no: "Ja, nu liever niet",

    waiting: ("Even wachten", "Wij halen op wie u in uw buurt helpt. Bellen kan ook meteen."),

    talk_title: "Iemand spreken",
    talk_say: "Zeg: ‘Ik zoek hulp in mijn wijk.’ U hoeft uw naam niet te geven.",
    talk_other: "Kunt of wilt u niet bellen?",
    talk_ways: [
        "Laat iemand anders voor u bellen.",
        "Vraag hulp in het wijkcentrum of de bibliotheek.",
        "Vraag uw huisarts om hulp in de wijk.",
    ],

    forgotten: "Alles is gewist.",
    soon_expired: |seconds| {
        let within = match seconds {
            60 => "1 minuut".to_owned(),
            61.. => format!("{} minuten", seconds / 60),
            _ => format!("{seconds} seconden"),
        };
        format!("Bent u er nog? Binnen {within} wissen wij uw antwoorden.")
    },
    not_expired: "U bent er nog. Uw antwoorden blijven staan.",
    still_here: "Ik ben er nog",
    expired: "U was langer dan een uur weg. Daarom is alles gewist.",
    storage_refused: "Deze browser onthoudt niets. Sluit de pagina niet, anders begint u opnieuw.",
    take_later: "Dat is goed. Het kan later ook nog.",
    link_unread: "De link werkt niet. Hij is oud of niet heel. U kunt hier gewoon verder.",

    failed: "Het lukt nu niet",
    failed_text: "Dat ligt niet aan u.",
    failed_call: "Bel gerust. Een mens helpt u verder.",
    retry: "Probeer het nog een keer",
    no_script: "De vragen werken niet in deze browser. Alle teams en nummers vindt u hier:",
    early: [
        "Even wachten. Daarna gaat het vanzelf verder.",
        "Het duurt lang. Wilt u niet wachten? Hieronder staan nummers om te bellen.",
    ],

    home: "Hulp in uw eigen wijk",
    home_text: "Eén deur voor al uw vragen. U hoeft niet in te loggen.",
    home_choose: "In welke gemeente woont u?",
    home_postcode: "Of geef uw postcode",
    home_label: "Postcode, vier cijfers",
    home_search: "Zoek",
    home_unknown: "Deze postcode hebben wij nog niet. Bel uw gemeente of uw huisarts.",
    demonstration: "een verzonnen voorbeeld",
    demonstration_text: "Dit is een voorbeeld. Deze stad bestaat niet. Haar eigen nummers werken niet, die bij gevaar wel.",
    demonstration_leave: "Kies uw eigen gemeente",
    home_other: "Staat uw gemeente er niet bij?",
    home_other_text: "Bel uw gemeente of uw huisarts. Zij kennen de hulp bij u in de buurt.",

    wijken: "Wijken",
    postcodes: "Postcodes",
    statement_unknown: "De gemeente heeft nog geen verklaring gegeven.",
    not_found: "Deze pagina is er niet",
    privacy_page: &[
        (
            "Uw antwoorden blijven bij u",
            "Uw antwoorden blijven op dit apparaat. Niemand anders ziet ze. \
             Alleen deze pagina onthoudt ze. Sluit u de pagina? Dan zijn ze weg. \
             Opent u de pagina daarna weer? Dan begint u opnieuw. \
             Ook na een uur zonder gebruik is alles weg.",
        ),
        (
            "Als het niet veilig is",
            "Vertelde u over geweld, gevaar of verslaving? Dan onthoudt de pagina niets meer. \
             Uw antwoorden staan dan alleen op het scherm. Laadt u de pagina opnieuw? \
             Dan zijn ze weg.",
        ),
        (
            "Als u vraagt om contact",
            "Dan gaat er een bericht naar het team dat erbij staat. U ziet eerst precies wat. \
             Uw antwoorden gaan alleen mee als u dat kiest. \
             Kunt u het bericht niet meteen versturen? Dan onthoudt de pagina het tot dat lukt. \
             Het bericht wordt achter slot bewaard. \
             Het wordt hier gewist als het team het 30 dagen heeft. \
             Komt het niet aan bij het team? Dan wordt het na 90 dagen gewist. \
             Het team bewaart het volgens zijn eigen regels. U mag vragen wat zij van u weten.",
        ),
        (
            "Wij volgen u niet",
            "Er zijn geen cookies. Wij houden niet bij wie u bent of wat u doet. \
             Deze pagina haalt niets op bij andere bedrijven.",
        ),
        (
            "Zelf wissen",
            "Kies bij ‘Hulp’ voor ‘Wis alles en begin opnieuw’. Wilt u snel weg? \
             Kies ‘Snel weg’ of druk drie keer kort op Shift. Dan zijn uw antwoorden ook weg.",
        ),
        (
            "Wat uw browser bewaart",
            "Wij kunnen niet alles wissen. Uw browser kan onthouden dat u hier was. \
             Soms staan er ook resten op de schijf van het apparaat. \
             Is het apparaat niet van u? Gebruik dan een venster dat niets bewaart (een privévenster), en sluit het na afloop. \
             Vult u zelf een nummer of adres in? Dan kan de browser dat later weer voorstellen.",
        ),
        (
            "Bellen",
            "Een nummer kan in de lijst van uw telefoon blijven staan. \
             U kunt het daar zelf wissen.",
        ),
    ],
    accessibility_page: &[
        (
            "Voor iedereen",
            "Wij willen dat iedereen deze site kan gebruiken. Ook met een schermlezer, \
             alleen met toetsen of met grote letters. Wij volgen de regels van WCAG 2.2, niveau AA.",
        ),
        (
            "Lukt iets niet?",
            "Zeg het tegen uw gemeente. Zij moet het oplossen. \
             Hieronder staat de verklaring van elke gemeente.",
        ),
    ],

    found: "Wijkdeur helpt u de juiste hulp te vinden in uw gemeente. U hoeft uw naam niet te geven.",
    overview_title: |name| format!("Alle hulp in {name}, per wijk"),
    wijk_link: |wijk| format!("Alle hulp in {wijk}, op een lijst"),
    no_walk_in: |wijk| format!("In uw wijk is geen spreekuur. U kunt terecht in {wijk}."),
    open,
    changed_lead: |new, old| format!("Begin nu bij: {new}. Eerst was dat: {old}."),
    changed_new: |names| format!("Nieuw: {names}."),
    changed_gone: |names| format!("Niet meer: {names}."),
    outdated_say: |party| format!("In Wijkdeur klopt iets niet bij: {party}. Het moet zijn: "),
    carried_gone: |many| match many {
        1 => "Eén plek uit uw link is er niet meer. Vraag hier wie u nu helpt:".to_owned(),
        many => format!("{many} plekken uit uw link zijn er niet meer. Vraag hier wie u nu helpt:"),
    },
    carried_for: |wijk| format!("Dit is voor wie woont in {wijk}."),
    story_age: |own, age| {
        let who = if own { "Het gaat om iemand van" } else { "Het kind is" };
        format!("{who} {}.", (NL.age)(age))
    },
    story_lives: |wijk, town| match wijk {
        "" => format!("Het is in {town}."),
        wijk => format!("Het is in {town}, in de wijk {wijk}."),
    },
    story_topic: |topic| format!("Het gaat over: {topic}."),
    calendar: |Opening { day, span }| {
        let weekday = DAYS[usize::from(day.weekday())];
        format!("Zet in mijn agenda: {weekday} {}, {} uur", day_and_month(day), span.opens_at)
    },
    story_postcode: |postcode| format!("De postcode is {postcode}."),
    in_another_wijk: |wijk| format!("Dit is in {wijk}. U mag daar ook terecht."),
    through: |referrer| format!("Hier komt u via: {referrer}. Bel eerst daarheen."),
    because_referral: |name| format!("Zij brengen u in contact met: {name}."),
    whole_city: |name| format!("Voor heel {name}"),
    ages: ("Leeftijd", |ages| match (ages.from, ages.to) {
        (from, None) => format!("vanaf {from} jaar"),
        (0, Some(to)) => format!("tot en met {to} jaar"),
        (from, Some(to)) => format!("{from} tot en met {to} jaar"),
    }),
    cost: "Kosten",
    apply: "Zo komt u binnen",
    wait: "Wachten",
    languages: "Andere talen",
    wheelchair: |can| match can {
        true => "U kunt er met een rolstoel in.",
        false => "U kunt er niet met een rolstoel in.",
    },
    exception,
    channel: |channel| match channel {
        Channel::Phone => "Bel",
        Channel::WalkIn => "Binnenlopen",
        Channel::Chat => "Chat",
        Channel::App => "App",
        Channel::Email => "Mail",
        Channel::Website => "Website",
        Channel::Post => "Brief",
    },
    step: |number| format!("Vraag {number}"),
    title: |number| format!("Stap {number} - Wijkdeur"),
    call: |number| format!("Bel {number}"),
    because_need: |label| format!("U koos: ‘{label}’."),
    ask_for: |party, name| format!("U belt met: {party}. Vraag naar: {name}."),
    reach_unknown: |party| {
        format!("Adres en nummer weten wij nog niet. Vraag ernaar bij: {party}.")
    },
    if_that_fails: |party| format!("Lukt dat niet? Bel dan: {party}. Zij denken mee."),
    say: |label| format!("‘{label}. Kan ik iemand spreken?’"),
    from_year: |date| format!("Gegevens uit {}.", date.year()),
    answer_number: |number| format!("antwoord {number}"),
    other_municipality: |postcode, name| {
        format!(
            "{postcode} ligt niet in {name}. Klopt de postcode? Kies dan: Het is in een andere gemeente."
        )
    },
    unknown_letters: |postcode, name| {
        format!("{postcode} kennen wij niet. Is het in {name}? Geef dan alleen de vier cijfers.")
    },
    post_box: |postcode| format!("{postcode} is van een postbus. Geef de postcode van uw huis."),
    age: |age| match age {
        AgeGroup::From0To3 => "0 tot en met 3 jaar",
        AgeGroup::From4To11 => "4 tot en met 11 jaar",
        AgeGroup::From12To15 => "12 tot en met 15 jaar",
        AgeGroup::From16To17 => "16 of 17 jaar",
        AgeGroup::From18To26 => "18 tot en met 26 jaar",
        AgeGroup::From27To66 => "27 tot en met 66 jaar",
        AgeGroup::From67 => "67 jaar of ouder",
    },
    open_on: |hours| format!("Open: {}.", self::hours(hours)),
    hours,
};

/// From Monday on.
const DAYS: [&str; 7] =
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

fn weeks(weeks: Weeks) -> &'static str {
    match weeks {
        Weeks::Every => "",
        Weeks::Even => " in even weken",
        Weeks::Odd => " in oneven weken",
        Weeks::First => " (de eerste van de maand)",
        Weeks::Second => " (de tweede van de maand)",
        Weeks::Third => " (de derde van de maand)",
        Weeks::Fourth => " (de vierde van de maand)",
        Weeks::Last => " (de laatste van de maand)",
    }
}

/// "1 december 2026"
pub(super) fn date(day: Date) -> String {
    format!("{} {}", day_and_month(day), day.parts().0)
}

/// "1 december"
fn day_and_month(day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let (_, month, date) = day.parts();
    let month = MONTHS.get(usize::from(month) - 1).unwrap_or(&"");
    format!("{date} {month}")
}

/// "Morgen open van 9.00 tot 12.00 uur."
fn open(open: Open, today: Date) -> String {
    match open {
        Open::Now { until } if until == Time::LAST => "Nu open.".to_owned(),
        Open::Now { until } => format!("Nu open, tot {until} uur."),
        Open::Later(Opening { day, span }) => {
            let weekday = DAYS[usize::from(day.weekday())];
            let on = match day.ordinal() - today.ordinal() {
                0 => "Vandaag".to_owned(),
                1 => "Morgen".to_owned(),
                2..7 => format!("Open op {weekday}"),
                _ => format!("Open op {weekday} {}", day_and_month(day)),
            };
            let open = if on.starts_with('O') { "" } else { " open" };
            format!("{on}{open} van {} tot {} uur.", span.opens_at, span.closes_at)
        }
        Open::ByAppointment => NL.by_appointment.to_owned(),
        Open::Unknown => NL.hours_unknown.to_owned(),
    }
}

/// "Van 24 december 2026 tot en met 2 januari 2027: dicht."
fn exception(exception: &Exception) -> String {
    let days = match exception.until {
        Some(last) => format!("Van {} tot en met {}", date(exception.from), date(last)),
        None => format!("Op {}", date(exception.from)),
    };
    match exception.open {
        Some(open) => format!("{days}: open van {} tot {} uur.", open.opens_at, open.closes_at),
        None => format!("{days}: dicht."),
    }
}

/// "maandag tot en met vrijdag van 9.00 tot 17.00 uur"
fn hours(all: &[Hours]) -> String {
    let mut said = String::new();
    for hours in all {
        if !said.is_empty() {
            said.push_str("; ");
        }
        if hours.days.len() == 7 && hours.is_all_day() {
            said.push_str("dag en nacht");
            continue;
        }
        let days: Vec<&str> = hours.days.iter().map(|each| DAYS[*each as usize]).collect();
        let in_a_row = hours.days.windows(2).all(|pair| pair[1] as u8 == pair[0] as u8 + 1);
        match days.as_slice() {
            [first, .., last] if in_a_row && days.len() > 2 => {
                said.push_str(first);
                said.push_str(" tot en met ");
                said.push_str(last);
            }
            [before @ .., last] if !before.is_empty() => {
                said.push_str(&before.join(", "));
                said.push_str(" en ");
                said.push_str(last);
            }
            _ => said.push_str(&days.concat()),
        }
        said.push_str(weeks(hours.weeks));
        said.push_str(&format!(" van {} tot {} uur", hours.opens_at, hours.closes_at));
        if hours.closes_at <= hours.opens_at {
            said.push_str(" de volgende dag");
        }
        for (word, day) in [(" vanaf ", hours.valid_from), (" tot en met ", hours.valid_until)] {
            if let Some(day) = day {
                said.push_str(word);
                said.push_str(&date(day));
            }
        }
    }
    said
}
