//! What stands on the pages and lists that `publish` makes, and around every screen. Nothing
//! of it is in the programs or data of a visit.

use super::phrases::phrases;
use crate::domain::{Form, LifeDomain, ProviderKind};

phrases! {
    /// What pages and lists say, in one language.
    PageTexts:

    "frame" {
        /// The name of the app.
        app;
        /// What a page is, for who finds it elsewhere; never the topic.
        found;
        /// Skips to the screen itself.
        skip;
        /// Name of the row for danger, for screen readers.
        safety_row;
        /// Before the number for danger.
        call_112;
        /// Opens the other numbers.
        other_numbers;
        /// Leaves at once.
        leave;
        /// How to leave with Shift.
        leave_shift;
        /// Turns that off; turns it on.
        shift["off", "on"];
        /// What is said then.
        shift_said["off", "on"];
        /// Reads the screen aloud.
        aloud;
        /// Stops for a while.
        aloud_pause;
        /// Goes on.
        aloud_resume;
        /// The menu with help.
        help;
        /// Wipes everything.
        forget;
        /// Leads to what happens with answers.
        privacy;
        /// Leads to the statement on accessibility.
        accessibility;
        /// Where the answers stay.
        answers_stay;
        /// An invented place is called this.
        demonstration;
        /// What is said on each of its screens.
        demonstration_text;
        /// Leads to the real places.
        demonstration_leave;
    }

    "pages" {
        /// Where there is a number to call and the app does not work.
        failed_call;
        /// Without JavaScript.
        no_script;
        /// For who pressed before the app was there.
        early;
        /// For whoever waits long for it.
        late;
        /// The page for the whole country: its title.
        home;
        /// Below it.
        home_text;
        /// Above the municipalities.
        home_choose;
        /// Above the postcode field.
        home_postcode;
        /// Label of the postcode field.
        home_label;
        /// Searches.
        home_search;
        /// No municipality here has this postcode.
        home_unknown;
        /// Above the last resort.
        home_other;
        /// Nobody gave a statement on accessibility.
        statement_unknown;
        /// There is no such page.
        not_found;
        /// What happens with answers: headings.
        privacy_heading["stay", "unsafe", "contact", "unfollowed", "wipe", "browser", "phone"];
        /// What happens with answers: texts.
        privacy_text["stay", "unsafe", "contact", "unfollowed", "wipe", "browser", "phone"];
        /// How accessible the app is: headings.
        accessibility_heading["everybody", "failing"];
        /// How accessible the app is: texts.
        accessibility_text["everybody", "failing"];
    }

    "lists" {
        /// The title of the overview of a municipality.
        overview_title(name);
        /// Name of the list of wijken.
        wijken;
        /// Before a list of postcodes.
        postcodes;
        /// Above the parties for a whole municipality.
        whole_city(name);
        /// The title of the list of a wijk.
        list_title(wijk);
        /// On which day it was made.
        as_of(date);
        /// Leads to the questions.
        to_questions;
        /// Leads to all wijken of the municipality.
        to_overview(name);
        /// Above the lines for danger.
        list_danger;
        /// Above the team and the municipality.
        first;
        /// Above what is in the wijk.
        in_wijk(wijk);
        /// Above what is for an area around it.
        in_area(area);
        /// Above the wijken of a municipality.
        choose;
        /// A kind of party.
        kind[ProviderKind: Team = "team", Municipality = "municipality", Professional = "professional", Volunteers = "volunteers", Residents = "residents", SelfOrganisation = "self-organisation", Faith = "faith", Sports = "sports", National = "national", Crisis = "crisis"];
        /// Alone or with others.
        form[Form: Individual = "individual", Collective = "collective", Both = "both"];
        /// Whom to ask where no address and number stand.
        unknown_reach(party);
        /// It is closed for a time.
        closed;
        /// When a person verified it.
        checked(date);
        /// Nobody wrote when the source is from.
        undated;
        /// Above the choices of what to see.
        filter;
        /// The field for a word.
        filter_word;
        /// Opens the other choices.
        filter_more;
        /// The choice of a subject.
        filter_subject;
        /// Every subject.
        filter_all;
        /// A part of life as a subject.
        life[LifeDomain: Participatie = "participatie", Jeugd = "jeugd", Wmo = "wmo", Wonen = "wonen", Veiligheid = "veiligheid", Zorg = "zorg"];
        /// Only what is in the wijk itself.
        filter_near;
        /// How many are to be seen.
        filter_count(shown, all);
        /// Nothing fits.
        filter_none;
        /// Above how to get on the list.
        join;
        /// How to get on the list, by whom it is kept.
        join_text(name);
        /// What to tell.
        join_tell["name", "what", "whom", "where", "reach"];
        /// Prints the list.
        print_list;
        /// The title of the picture for owners.
        coverage_title(name);
        /// Leads to it.
        coverage_link;
        /// How to read it.
        coverage_text["whom", "bars", "years"];
        /// What each colour means: a party with a name, the general entrance, nobody.
        coverage_key["named", "entrance", "nobody"];
        /// The head of the column of wijken.
        coverage_wijk;
        /// In words, for one cell.
        coverage_cell(named, entrance, nobody);
        /// There is no party in a cell.
        no_party;
        /// No party in a cell has a dated source.
        no_date;
        /// From which year the sources of a cell are, in the middle.
        from_year_only(year);
        /// The same, where some have no date.
        from_year_undated(year, undated);
        /// Above the summary.
        coverage_summary;
        /// How many parties there are.
        count_parties(number);
        /// How many somebody verified of late.
        count_checked(number);
        /// How many have a dated source.
        count_dated(number);
        /// How many have an old one.
        count_old(number);
    }
}
