//! What the desk says to people when it refuses a request, in plain Dutch.

use super::problem::Kind;
use wijkdeur::domain::{Field, Wrong};

/// What kind of problem it is.
pub fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::Unreadable => "Wij kunnen dit bericht niet lezen",
        Kind::KeyNeeded => "Er is een Idempotency-Key nodig",
        Kind::ForeignOrigin => "Deze website mag hier niets sturen",
        Kind::NotThere => "Dit is er niet",
        Kind::WrongMethod => "Dit kan hier niet",
        Kind::TooSlow => "Het bericht kwam niet helemaal aan",
        Kind::TooLarge => "Het bericht is te groot",
        Kind::NotJson => "Het bericht is geen JSON",
        Kind::Invalid => "Er klopt iets niet",
        Kind::KeyReused => "Deze Idempotency-Key is al gebruikt",
        Kind::TooMany => "Er komen te veel berichten tegelijk",
        Kind::Unavailable => "Wij kunnen uw bericht nu niet bewaren",
    }
}

/// What to do about it.
pub fn detail(kind: Kind) -> &'static str {
    match kind {
        Kind::Unreadable => "Stuur een bericht zoals in /api/openapi.json staat.",
        Kind::KeyNeeded => {
            "Stuur een Idempotency-Key mee van 16 tot en met 64 tekens, zonder spaties. \
             Maak voor elk bericht een nieuwe."
        }
        Kind::ForeignOrigin => "Stuur uw bericht vanuit Wijkdeur zelf.",
        Kind::NotThere => "Wat hier wel kan, staat in /api/openapi.json.",
        Kind::WrongMethod => "Wat hier wel kan, staat in /api/openapi.json.",
        Kind::TooSlow => "Het duurde te lang. Probeer het opnieuw, of bel.",
        Kind::TooLarge => "Een bericht mag 32 KB groot zijn. Maak uw verhaal korter.",
        Kind::NotJson => "Stuur het bericht als application/json.",
        Kind::Invalid => "Kijk wat er bij elk onderdeel staat, en probeer het opnieuw.",
        Kind::KeyReused => {
            "Er is al een ander bericht met deze Idempotency-Key. Neem voor een nieuw bericht \
             een nieuwe."
        }
        Kind::TooMany => "Wacht even, en probeer het opnieuw.",
        Kind::Unavailable => {
            "Uw bericht is niet bewaard. Probeer het over een paar seconden opnieuw, of bel."
        }
    }
}

/// What is wrong with a field.
pub fn wrong(field: Field, wrong: Wrong) -> String {
    match (field, wrong) {
        (_, Wrong::NoWay) => "Vul een telefoonnummer, een e-mailadres of een adres in.".into(),
        (_, Wrong::NotAPhoneNumber) => {
            "Dit is geen telefoonnummer. Vul 10 cijfers in, of begin met een +.".into()
        }
        (_, Wrong::NotAnEmailAddress) => {
            "Dit is geen e-mailadres. Een e-mailadres ziet eruit als naam@voorbeeld.nl.".into()
        }
        (Field::Answers, Wrong::TooLong) => "Dit zijn te veel antwoorden.".into(),
        (field, Wrong::TooLong) => {
            format!("Deze tekst is te lang. Er passen {} tekens in.", field.longest())
        }
        (_, Wrong::NotSafe) => {
            "Een brief is niet veilig: iemand anders kan hem openen. Laat dit leeg.".into()
        }
        (_, Wrong::LooksLikeBsn) => {
            "Dit lijkt op een burgerservicenummer (BSN). Haal het weg: het is niet nodig. Is \
             het een ander nummer? Zeg dat dan met number_meant."
                .into()
        }
        (_, Wrong::NotPermitted) => {
            "Deze organisatie hoort niet bij de gemeente. Geef eerst toestemming.".into()
        }
        (Field::Version, Wrong::Unknown) => "Deze versie kennen wij niet.".into(),
        (Field::Municipality, Wrong::Unknown) => {
            "Deze gemeente neemt geen berichten aan via Wijkdeur.".into()
        }
        (_, Wrong::Unknown) => "Deze organisatie neemt geen berichten aan via Wijkdeur.".into(),
    }
}
