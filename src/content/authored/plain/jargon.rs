//! Words of officials, with what to say in their place. Many of them are used so much
//! that no list of seldom words finds them.

use super::sentence::{Sentence, Word, sentences};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Forms of one word, with what to say. Verbs that look the same are left out: "een
/// aanvraag" is jargon, "een uitkering aanvragen" is not.
pub const JARGON: [(&str, &str); 95] = [
    ("hulpvraag|hulpvragen|ondersteuningsvraag", "wat u nodig hebt"),
    ("melding|meldingen", "u vertelt wat er is"),
    ("onderzoek", "gesprek, of kijken wat er is"),
    ("keukentafelgesprek|keukentafelgesprekken", "gesprek bij u thuis"),
    ("aanvraag", "u vraagt het officieel aan"),
    ("beschikking|beschikkingen|besluit|besluiten", "brief met ja of nee"),
    ("indicatie|indicaties|indicatiestelling", "toestemming voor hulp"),
    ("maatwerk|maatwerkvoorziening|maatwerkvoorzieningen", "hulp die bij u past"),
    ("algemene voorziening|algemene voorzieningen", "hulp waar iedereen heen mag"),
    ("voorliggende voorziening|voorliggende voorzieningen", "iets wat er al is"),
    ("eigen kracht|zelfredzaamheid|zelfredzaam", "wat u zelf kunt"),
    ("sociaal netwerk|sociale netwerk", "familie, vrienden en buren"),
    ("gebruikelijke hulp", "hulp die huisgenoten elkaar geven"),
    ("mantelzorg|mantelzorger|mantelzorgers", "iemand die voor u zorgt"),
    ("respijtzorg", "iemand neemt het even van u over"),
    ("casemanager|casemanagers", "vaste helper"),
    (
        "cliëntondersteuner|cliëntondersteuners|cliëntondersteuning|clientondersteuner|clientondersteuning",
        "gratis helper die niet van de gemeente is",
    ),
    ("zorg in natura", "de gemeente regelt de hulp"),
    ("persoonsgebonden budget", "geld om zelf hulp te regelen"),
    ("eigen bijdrage", "deel dat u zelf betaalt"),
    ("begeleiding|ambulant|ambulante", "iemand die u helpt met uw dag"),
    ("dagbesteding", "iets te doen op een dag, in een groep"),
    ("hulp bij het huishouden", "hulp met schoonmaken"),
    (
        "woonvoorziening|woonvoorzieningen|woningaanpassing|woningaanpassingen",
        "iets in uw huis veranderen",
    ),
    ("vervoersvoorziening|vervoersvoorzieningen", "hulp om ergens te komen"),
    ("voorziening|voorzieningen", "hulp"),
    ("kortdurend verblijf", "even ergens anders logeren"),
    ("beschermd wonen", "wonen met hulp in de buurt"),
    ("opvang", "plek voor wie geen huis heeft"),
    ("briefadres", "adres voor uw post"),
    ("schulddienstverlening|schuldhulp|schuldhulpverlening", "hulp bij schulden"),
    ("schuldregeling|schuldregelingen", "afspraak om schulden af te betalen"),
    ("vroegsignalering", "wij bellen u vroeg als er achterstand is"),
    ("beslag|loonbeslag", "een deel van uw geld wordt gepakt"),
    ("ontruiming|ontruimd", "u moet uit uw huis"),
    ("budgetbeheer|bewind|bewindvoerder", "iemand doet uw geld"),
    ("bijzondere bijstand", "extra geld voor kosten die echt nodig zijn"),
    ("bijstand", "uitkering van de gemeente"),
    ("re-integratie", "hulp om weer te gaan werken"),
    ("inburgering|inburgeren", "Nederland leren kennen"),
    ("statushouder|statushouders", "vluchteling die hier mag blijven"),
    ("jeugdhulp met verblijf", "uw kind woont even ergens anders"),
    ("jeugdhulp", "hulp voor kinderen en gezinnen"),
    ("kindcheck|meldcode", "kijken of een kind veilig is"),
    ("Veilig Thuis", "hulp bij geweld thuis"),
    ("thuiszitter|thuiszitters", "kind dat niet naar school gaat"),
    ("passend onderwijs", "school die past"),
    ("samenwerkingsverband|samenwerkingsverbanden", "scholen die samen een plek zoeken"),
    ("leerplicht|leerplichtambtenaar", "uw kind moet naar school"),
    ("wijkverpleging", "verpleegkundige of verzorger aan huis"),
    ("multiproblematiek|problematiek", "er speelt veel tegelijk"),
    ("domein|domeinen", "onderwerp"),
    ("regie", "wie bepaalt er"),
    ("wachttijd|wachttijden|wachtlijst|wachtlijsten", "hoe lang u moet wachten"),
    ("doorverwijzen|doorverwezen|doorverwijzing", "in contact brengen met wie u helpt"),
    ("klacht|klachten", "u bent niet tevreden, of u hebt ergens last van"),
    ("bezwaar|bezwaarschrift", "u bent het niet eens met de brief"),
    ("privacyverklaring", "wat wij met uw gegevens doen"),
    ("uw toestemming|toestemming geven|toestemming geeft|geeft toestemming", "u vindt het goed"),
    ("wijkteam|wijkteams", "helpers in uw buurt"),
    ("crisis", "het gaat nu mis"),
    // Stiff words, which a few words of every day can say.
    ("aangaande|betreffende|inzake|omtrent", "over"),
    ("alsmede|tevens", "ook"),
    ("betreft|betreffen", "gaat over"),
    ("bevorderen|bewerkstelligen|realiseren", "zorgen voor"),
    ("cliënt|cliënten|client|clienten", "u"),
    ("conform|ingevolge", "volgens"),
    ("derhalve", "daarom"),
    ("desalniettemin|desondanks", "toch"),
    ("desbetreffende|voornoemde", "deze"),
    ("desgewenst", "als u dat wilt"),
    ("dient|dienen", "moet"),
    ("doelgroep|doelgroepen", "mensen voor wie het is"),
    ("echter", "maar"),
    ("expertise|competenties", "wat iemand goed kan"),
    ("faciliteren|faciliteert", "helpen"),
    ("helaas", "zeg gewoon wat er niet kan, en wat wel"),
    ("hulpverlener|hulpverleners", "helper"),
    ("hulpverlening", "hulp"),
    ("indien|mits", "als"),
    ("integraal|integrale", "samen"),
    ("interventie|interventies", "hulp"),
    ("kwetsbaar|kwetsbare", "wie hulp nodig heeft"),
    ("laagdrempelig|laagdrempelige", "waar u zo binnenloopt"),
    ("middels", "met"),
    ("ondersteunen|ondersteunt", "helpen"),
    ("ondersteuning", "hulp"),
    ("participatie|participeren|participeert", "meedoen"),
    ("preventie|preventief|preventieve", "voordat het misgaat"),
    ("professional|professionals|beroepskracht|beroepskrachten", "iemand die ervoor geleerd heeft"),
    ("reeds", "al"),
    ("teneinde", "om"),
    ("traject|trajecten", "hulp"),
    ("verstrekken|verstrekt|verlenen|verleent", "geven"),
    ("woonachtig", "u woont"),
];

/// A form as its words, with what to say.
type Form = (Vec<&'static str>, &'static str);

/// The forms by their first word in small letters, the longest first.
static FORMS: LazyLock<HashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    for (all, plain) in JARGON {
        for form in all.split('|') {
            let words: Vec<&str> = form.split(' ').collect();
            forms.entry(words[0].to_lowercase()).or_default().push((words, plain));
        }
    }
    forms.values_mut().for_each(|list| list.sort_by_key(|(words, _)| Reverse(words.len())));
    forms
});

/// Jargon that begins at a word of a sentence: what to say in its place, and how many
/// words it has. With a capital that does not begin the sentence it is a name.
pub(super) fn at(sentence: &Sentence<'_>, start: usize) -> Option<(&'static str, usize)> {
    find(sentence, start, |wanted, word| {
        *wanted == *word.said || word.first && *wanted == *word.said.to_lowercase()
    })
}

/// Whether a text holds a form of the same jargon, with capitals or without.
pub(super) fn holds(text: &str, plain: &str) -> bool {
    let loosely = |wanted: &str, word: &Word<'_>| wanted.to_lowercase() == word.said.to_lowercase();
    sentences(text).iter().any(|sentence| {
        let mut places = 0..sentence.words.len();
        places.any(|start| find(sentence, start, loosely).is_some_and(|(other, _)| other == plain))
    })
}

fn find(
    sentence: &Sentence<'_>,
    start: usize,
    same: impl Fn(&str, &Word<'_>) -> bool,
) -> Option<(&'static str, usize)> {
    let rest = &sentence.words[start..];
    let fits = |(form, _): &&Form| {
        form.len() <= rest.len() && form.iter().zip(rest).all(|(wanted, word)| same(wanted, word))
    };
    let forms = FORMS.get(&rest.first()?.said.to_lowercase())?;
    forms.iter().find(fits).map(|(form, plain)| (*plain, form.len()))
}
