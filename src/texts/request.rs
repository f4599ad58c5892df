//! What a request to be contacted says besides what the visit says. It is fetched with the
//! program of the request.

use super::phrases::phrases;
use crate::domain::{PartOfDay, Subject, Voicemail, Wrong};

phrases! {
    /// What a request to be contacted says, in one language.
    RequestTexts:

    "request" {
        /// The titles of its three screens.
        title["reach", "about", "review"];
        /// Beside what may be left empty.
        optional;
        /// What happens with it: who gets it, and within how many working days they answer.
        promise(name, within);
        /// One way is enough.
        one_way;
        /// To somebody in danger: do not wait.
        do_not_wait;
        /// To somebody in danger: a way that only they use.
        only_you;
        /// To somebody who may be under 16: who comes to know of it. From 16 they decide themselves (Jeugdwet, artikel 7.3.5, lid 1); before, their parents have to agree as well, unless it prevents serious harm or they keep asking (7.3.4, lid 2; for a doctor BW 7:447 and 7:450).
        parents;
        /// Names the phone number.
        phone;
        /// Names the e-mail address.
        email;
        /// Names the postal address.
        letter;
        /// Names the wijk.
        wijk;
        /// When to call.
        times;
        /// A part of the day.
        time[PartOfDay: Morning = "morning", Afternoon = "afternoon", Evening = "evening"];
        /// When to call, in words.
        when;
        /// An example of that.
        when_hint;
        /// What may be left on an answering machine.
        voicemail;
        /// Answers to that.
        left[Voicemail: Nothing = "nothing", CallBack = "call-back", About = "about"];
        /// Nothing has to be filled in.
        all_optional;
        /// For whom it is.
        subject;
        /// Answers to that.
        whom[Subject: Myself = "myself", Child = "child", Other = "other"];
        /// Whether they know.
        knows;
        /// They do.
        yes;
        /// They do not.
        no;
        /// A name.
        name;
        /// What it is about.
        story;
        /// How to say that.
        story_hint;
        /// The same for what was filled in.
        story_filled;
        /// Who else should be there.
        companion;
        /// An example of that.
        companion_hint;
        /// Another language.
        language;
        /// An interpreter.
        interpreter;
        /// Sends what looks like a BSN all the same.
        number_meant;
        /// Before who gets it.
        goes_to;
        /// Nothing else goes along.
        nothing_else;
        /// Said to whoever gets it: nobody may find out.
        discreet;
        /// It is a melding.
        melding;
        /// Ticked: the answers go along.
        share;
        /// Opens those answers.
        share_which;
        /// Ticked: this party may have it.
        permission(name);
        /// Sends it.
        send(name);
        /// Nobody sees it before that.
        unseen;
        /// It is on its way: the title.
        busy;
        /// What to do then.
        busy_text;
        /// It did not get there yet: the title.
        waiting;
        /// What to do then.
        waiting_text;
        /// Tries again.
        waiting_again;
        /// Does away with it.
        throw_away;
        /// It did not get there, and danger was told since: what to do.
        held;
        /// It asks for a letter then.
        held_letter;
        /// Sends it all the same.
        held_anyway;
        /// It is there, and danger was told since.
        told_since;
        /// It is there: the title.
        received;
        /// Its reference.
        reference;
        /// When it came.
        received_at;
        /// A day and a time.
        moment(date, time);
        /// Within how many working days somebody is in touch.
        within(days)["one", "other"];
        /// If nobody is.
        if_silent;
        /// Nobody reads what is sent in an invented place.
        demonstration;
        /// It is a melding: the title.
        melding_brings;
        /// What that brings under the Wmo and no other law. Six weeks to look together (Wmo 2015, artikel 2.3.2, lid 1), then a request (aanvraag), which may also be made when the six weeks passed (lid 9); a decision two weeks after it (2.3.5, lid 2); help at once that cannot wait (2.3.3); client support (2.3.2, lid 3); seven days for a personal plan (lid 2).
        melding_brings_what["told", "weeks", "urgent", "support"];
        /// It is no melding: how to make one.
        melding_elsewhere;
        /// It was refused: the title.
        refused;
        /// What to do then.
        refused_change;
        /// The same if nothing about it can be changed.
        refused_otherwise;
        /// Changes it.
        change;
        /// What is wrong with a field.
        wrong[Wrong: NoWay = "no-way", NotAPhoneNumber = "not-a-phone-number", NotAnEmailAddress = "not-an-email-address", TooLong = "too-long", NotSafe = "not-safe", LooksLikeBsn = "looks-like-bsn", NotPermitted = "not-permitted", Unknown = "unknown"];
        /// There is no way to reach whoever asks, and a letter is possible.
        no_way_or_letter;
        /// Makes another one.
        another;
    }
}
