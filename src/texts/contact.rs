//! What is said in a request to be contacted. Who only visits does not pay for it: what the
//! visit says of a request stands with the rest (`DeskTexts`).

use super::nl::date;
use crate::domain::{Moment, PartOfDay, Subject, Voicemail, Wrong};

/// Everything that is said in a request to be contacted, in one language.
pub struct ContactTexts {
    /// The titles of its three screens.
    pub titles: [&'static str; 3],
    /// Beside what may be left empty.
    pub optional: &'static str,
    /// What happens with it: who gets it, and within how many working days they answer.
    pub promise: fn(&str, u8) -> String,
    /// One way is enough.
    pub one_way: &'static str,
    /// To somebody in danger: do not wait.
    pub do_not_wait: &'static str,
    /// To somebody in danger: a way that only they use.
    pub only_you: &'static str,
    /// To somebody who may be under 16: who comes to know of it. From 16 they decide themselves
    /// (Jeugdwet, artikel 7.3.5, lid 1); before, their parents have to agree as well, unless it
    /// prevents serious harm or they keep asking (7.3.4, lid 2; for a doctor BW 7:447 and 7:450).
    pub parents: &'static str,
    /// Names the phone number, the e-mail address and the postal address.
    pub ways: [&'static str; 3],
    /// Names the *wijk*.
    pub wijk: &'static str,
    /// When to call: the question, and names for the parts of the day.
    pub times: (&'static str, fn(PartOfDay) -> &'static str),
    /// The same in words: the label, and an example.
    pub when: [&'static str; 2],
    /// What may be left on an answering machine: the question, and its answers.
    pub voicemail: (&'static str, fn(Voicemail) -> &'static str),
    /// Nothing has to be filled in.
    pub all_optional: &'static str,
    /// For whom it is: the question, and its answers.
    pub subject: (&'static str, fn(Subject) -> &'static str),
    /// Whether they know: the question, yes, and no.
    pub knows: [&'static str; 3],
    /// A name: the label.
    pub name: &'static str,
    /// What it is about: the label, a hint, and a hint for what was filled in.
    pub story: [&'static str; 3],
    /// Who else should be there: the label, and an example.
    pub companion: [&'static str; 2],
    /// Another language: the label.
    pub language: &'static str,
    /// An interpreter.
    pub interpreter: &'static str,
    /// Sends what looks like a BSN all the same.
    pub number_meant: &'static str,
    /// Before who gets it.
    pub goes_to: &'static str,
    /// Nothing else goes along.
    pub nothing_else: &'static str,
    /// Said to whoever gets it: nobody may find out.
    pub discreet: &'static str,
    /// Said to whoever gets it: it is a *melding*.
    pub melding: &'static str,
    /// Ticked: the answers go along.
    pub share: &'static str,
    /// Opens those answers.
    pub share_which: &'static str,
    /// Ticked: this party may have it.
    pub permission: fn(&str) -> String,
    /// Sends it.
    pub send: fn(&str) -> String,
    /// Nobody sees it before that.
    pub unseen: &'static str,
    /// It is on its way: a title, and what to do.
    pub busy: [&'static str; 2],
    /// It did not get there yet: a title, what to do, and a button.
    pub waiting: [&'static str; 3],
    /// Does away with it.
    pub throw_away: &'static str,
    /// It did not get there, and danger was told since: what to do, that it asks for a letter,
    /// and a button that sends it all the same.
    pub held: [&'static str; 3],
    /// It is there, and danger was told since.
    pub told_since: &'static str,
    /// It is there: a title.
    pub received: &'static str,
    /// Its reference; when it came.
    pub receipt: [&'static str; 2],
    /// A day and a time.
    pub moment: fn(Moment) -> String,
    /// Within how many working days somebody is in touch.
    pub within: fn(u8) -> String,
    /// If nobody is.
    pub if_silent: &'static str,
    /// Nobody reads what is sent in an invented place.
    pub demonstration: &'static str,
    /// It is a *melding*: a title, and what that brings under the Wmo and no other law. Six
    /// weeks to look together (Wmo 2015, artikel 2.3.2, lid 1), then a request (*aanvraag*),
    /// which may also be made when the six weeks passed (lid 9); a decision two weeks after
    /// it (2.3.5, lid 2); help at once that cannot wait (2.3.3); client support (2.3.2, lid 3);
    /// seven days for a personal plan (lid 2).
    pub melding_brings: (&'static str, &'static [&'static str]),
    /// It is no *melding*: how to make one.
    pub melding_elsewhere: &'static str,
    /// It was refused: a title, what to do, and the same if nothing about it can be changed.
    pub refused: [&'static str; 3],
    /// Changes it.
    pub change: &'static str,
    /// What is wrong with a field; whether a letter is possible.
    pub wrong: fn(Wrong, bool) -> &'static str,
    /// Makes another one.
    pub another: &'static str,
}

/// Dutch.
pub(super) const NL_CONTACT: ContactTexts = ContactTexts {
    titles: ["Hoe kunnen zij u bereiken?", "Wilt u nog iets zeggen?", "Klopt het zo?"],
    optional: " (niet verplicht)",
    promise: |name, days| format!("Uw vraag gaat naar: {name}. {}", (NL_CONTACT.within)(days)),
    one_way: "Eén manier is genoeg.",
    do_not_wait: "Is het nu niet veilig? Wacht niet op antwoord. Bel.",
    only_you: "Kies iets dat alleen u ziet of hoort.",
    parents: "U mag zelf om een gesprek vragen. Deze site zegt niets tegen uw ouders. \
              Bent u nog geen 16? Dan praat het team later meestal ook met hen. \
              Is dat niet veilig? Schrijf dat op.",
    ways: ["Telefoonnummer", "E-mailadres", "Adres voor een brief"],
    wijk: "Wijk",
    times: ("Wanneer is bellen veilig en rustig?", |time| match time {
        PartOfDay::Morning => "In de ochtend",
        PartOfDay::Afternoon => "In de middag",
        PartOfDay::Evening => "In de avond",
    }),
    when: ["Wilt u daar iets over zeggen?", "Bijvoorbeeld: niet op woensdag."],
    voicemail: ("Wat mogen zij zeggen als u niet zelf opneemt?", |voicemail| match voicemail {
        Voicemail::Nothing => "Niets",
        Voicemail::CallBack => "Alleen of ik terugbel",
        Voicemail::About => "Ook waar het over gaat",
    }),
    all_optional: "U hoeft hier niets in te vullen.",
    subject: ("Voor wie is het?", |subject| match subject {
        Subject::Myself => "Voor mezelf of mijn gezin",
        Subject::Child => "Voor mijn kind",
        Subject::Other => "Voor iemand anders",
    }),
    knows: ["Is het voor een ander? Weet die persoon ervan?", "Ja", "Nee"],
    name: "Hoe mogen zij u noemen?",
    story: [
        "Waar gaat het over?",
        "In uw eigen woorden. Kort is ook goed.",
        "Dit zei u tegen ons. Verander het, of haal het weg.",
    ],
    companion: [
        "Wilt u dat er iemand bij is?",
        "Bijvoorbeeld uw zus, een vriend of een gratis helper.",
    ],
    language: "Welke taal spreekt u liever?",
    interpreter: "Ik wil graag een tolk",
    number_meant: "Stuur het nummer toch mee",
    goes_to: "Dit gaat naar",
    nothing_else: "Verder gaat er niets mee, behalve wat u hieronder kiest.",
    discreet: "Let op: niemand om mij heen mag dit weten.",
    melding: "Hiermee vertelt u de gemeente ook wat er is (melding).",
    share: "Stuur mijn antwoorden ook mee",
    share_which: "Welke antwoorden zijn dat?",
    permission: |name| format!("Ik vind het goed dat dit bericht naar {name} gaat"),
    send: |name| format!("Versturen naar {name}"),
    unseen: "Niemand ziet dit voordat u op deze knop drukt.",
    busy: ["Uw bericht wordt verstuurd", "Dit duurt even. Laat deze pagina open."],
    waiting: [
        "Uw bericht is nog niet verstuurd",
        "Er is geen verbinding, of het is te druk. Wij proberen het steeds opnieuw. \
         Laat deze pagina open. Bellen kan ook:",
        "Probeer het nu",
    ],
    throw_away: "Gooi dit bericht weg",
    held: [
        "U vertelde daarna over gevaar. Daarom sturen wij dit bericht niet vanzelf. \
         Verander het, of gooi het weg. Misschien is het toch al aangekomen. Bel als u dat niet wilt.",
        "In dit bericht staat een adres. Een brief is nu niet veilig.",
        "Verstuur het toch zo",
    ],
    told_since: "U vertelde daarna over gevaar. Dat weten zij nog niet. Bel hen, en zeg het.",
    received: "Uw bericht is aangekomen",
    receipt: ["Nummer van uw bericht", "Aangekomen op"],
    moment: |moment| format!("{}, {} uur", date(moment.day), moment.time),
    within: |days| match days {
        1 => "Binnen één werkdag neemt iemand contact met u op.".to_owned(),
        days => format!("Binnen {days} werkdagen neemt iemand contact met u op."),
    },
    if_silent: "Hoort u niets? Bel, en noem het nummer van uw bericht.",
    demonstration: "Dit is een verzonnen gemeente. Niemand leest uw bericht, niemand belt u.",
    melding_brings: (
        "Wat u nu mag verwachten",
        &[
            "Met uw bericht vertelt u de gemeente ook wat er is (melding). \
             Dit geldt voor hulp om thuis te wonen en mee te doen (Wmo).",
            "De gemeente zoekt binnen zes weken met u uit wat u nodig hebt. \
             Daarna kunt u de hulp aanvragen. Duurt het langer dan zes weken? Dan mag dat ook. \
             Hebt u de hulp aangevraagd? Dan krijgt u binnen twee weken een brief met ja of nee.",
            "Kan het niet wachten? Bel, en zeg dat. Dan moet de gemeente meteen helpen.",
            "U hebt recht op gratis hulp van iemand die niet van de gemeente is. \
             U mag binnen zeven dagen een eigen plan geven. ‘Mijn verhaal’ kan dat plan zijn.",
        ],
    ),
    melding_elsewhere: "U vertelt de gemeente hiermee nog niet wat er is (melding). Zo doet u dat:",
    refused: [
        "Uw bericht is niet aangenomen",
        "Verander het, of bel. Een mens helpt u verder.",
        "Dit ligt niet aan u. Versturen kan hier nu niet. Bel, dan helpt een mens u verder. \
         Of probeer het met een ander apparaat.",
    ],
    change: "Verander mijn bericht",
    wrong: |wrong, letter| match wrong {
        Wrong::NoWay if letter => "Geef een telefoonnummer, een e-mailadres of een adres.",
        Wrong::NoWay => "Geef een telefoonnummer of een e-mailadres.",
        Wrong::NotAPhoneNumber => "Dit lijkt geen telefoonnummer. Schrijf het zoals 06 12345678.",
        Wrong::NotAnEmailAddress => "Dit lijkt geen e-mailadres. Er hoort een @ in, en een punt.",
        Wrong::TooLong => "Dit is te lang. Maak het korter.",
        Wrong::NotSafe => "Een brief is nu niet veilig. Kies iets anders.",
        Wrong::LooksLikeBsn => {
            "Dit lijkt een burgerservicenummer (BSN). Dat is niet nodig. Haal het liever weg."
        }
        Wrong::NotPermitted => "Vindt u het niet goed? Dan kunnen wij het niet versturen. Bel dan.",
        Wrong::Unknown => "Dit bericht kan hier niet heen. Bel liever.",
    },
    another: "Stel nog een vraag",
};
