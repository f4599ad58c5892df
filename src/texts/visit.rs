//! What a visit says. The first part is there from the beginning and is all that a page costs
//! before the first question; the others come with the rest of the data.

use super::phrases::phrases;
use crate::domain::{AgeGroup, Channel};

phrases! {
    /// What a visit says, in one language.
    Texts:

    "visit" {
        /// Above lines for danger.
        danger;
        /// Leaves at once.
        leave_full;
        /// Goes on.
        next;
        /// Goes back to the question before.
        back;
        /// A way out of every question.
        do_not_know;
        /// A way out of every question.
        rather_not;
        /// A way out of every screen.
        talk;
        /// Above a list of problems.
        problems;
        /// Nothing was chosen.
        nothing_chosen;
        /// Nothing was typed for a postcode.
        nothing_typed;
        /// What was typed is no postcode.
        no_postcode;
        /// How a postcode is written.
        postcode_hint;
        /// The postcode lies elsewhere.
        other_municipality(postcode, name);
        /// The digits are of this municipality; of these letters nothing is known.
        unknown_letters(postcode, name);
        /// The postcode is one of post-boxes.
        post_box(postcode);
        /// Rather choose from a list.
        from_list;
        /// No fixed address.
        no_address;
        /// Lives in another municipality.
        lives_elsewhere;
        /// An age group, for a grown-up.
        age[AgeGroup: From0To3 = "0-3", From4To11 = "4-11", From12To15 = "12-15", From16To17 = "16-17", From18To26 = "18-26", From27To66 = "27-66", From67 = "67+"];
        /// How many-th screen it is.
        step(number);
        /// The title of a page: how far, and the name of the app; never the topic.
        title(number);
        /// Changes one answer.
        change;
        /// Leads to the overview per wijk.
        overview;
        /// Above the way on from lines for danger.
        go_on_title;
        /// Goes on from there: to another question, or to the advice.
        go_on["question", "advice"];
        /// Whether family comes to hear of it, for who is under 18.
        family;

        /// A number to call.
        call(number);
        /// The name of a means of reaching somebody.
        channel[Channel: Phone = "phone", WalkIn = "walk-in", Chat = "chat", App = "app", Email = "email", Website = "website", Post = "post"];
        /// Whom one gets on the line, and whom to ask for.
        ask_for(party, name);
        /// Looks up how to get there.
        route;
        /// A walk-in hour in another wijk.
        in_another_wijk(wijk);
        /// The same, where there is none in one's own.
        no_walk_in(wijk);
        /// Whether somebody in a wheelchair can get in.
        wheelchair["no", "yes"];
        /// Only with an appointment.
        by_appointment;
        /// Hours are known, but not for this day: a holiday, or far away.
        hours_uncertain;
        /// Hours are not known.
        hours_unknown;

        /// A day of the week.
        day["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        /// A month.
        month["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
        /// A day of a year.
        date(day, month, year);
        /// A day of this year.
        day_and_month(day, month);
        /// Open now, day and night.
        open_now;
        /// Open now.
        open_until(until);
        /// Open later today.
        open_today(from, until);
        /// Open tomorrow.
        open_tomorrow(from, until);
        /// Open on a day within a week.
        open_on_weekday(weekday, from, until);
        /// Open on a day after that.
        open_on_date(weekday, date, from, until);
        /// Hours in an ordinary week, as a line of its own.
        open_on(hours);
        /// A day on which they are different.
        on_day(date);
        /// Days on which they are different.
        between_days(first, last);
        /// Nobody is there on those days.
        closed_then(days);
        /// They are open at another time on those days.
        open_then(days, from, until);
        /// Every day, without an end.
        day_and_night;
        /// Days in a row.
        days_in_a_row(first, last);
        /// Days, and the last of them.
        days_and(days, last);
        /// Which weeks it is in; not of every week.
        weeks["even", "odd", "first", "second", "third", "fourth", "last"];
        /// From when until when on those days.
        hours_on(days, from, until);
        /// It ends after midnight.
        next_day;
        /// The first day on which it holds.
        from_day(date);
        /// The last one.
        until_day(date);
        /// Puts an opening in a calendar.
        calendar(weekday, date, from);
        /// What stands in the calendar.
        calendar_what;

        /// Leads to asking to be contacted.
        ask;
        /// The same below a line for danger, which calls nobody back.
        ask_hall;
        /// Leads to what there is where no desk takes a request.
        ask_otherwise;

        /// Prints.
        print;
        /// It was copied.
        copied;
        /// It could not be.
        not_copied;
        /// The file for a calendar is there.
        saved;
        /// The code for a camera is there.
        linked;
        /// It could not be made.
        not_linked;
        /// What takes something along could not be had.
        take_lost;
        /// Asks whether somebody looks along.
        watched;
        /// What others can see.
        watched_hint;
        /// Go on.
        unwatched_yes;
        /// Do not.
        watched_no;

        /// While the advice is fetched: the title.
        waiting;
        /// What is going on then.
        waiting_text;
        /// When it does not work: the title.
        failed;
        /// Nobody is to blame.
        failed_text;
        /// Tries again.
        retry;

        /// Speaking with somebody: the title.
        talk_title;
        /// What to say on the phone.
        talk_say;
        /// Above the other ways.
        talk_other;
        /// The other ways.
        talk_way["call", "go", "doctor"];
        /// The last resort in another municipality.
        home_other_text;

        /// Everything was wiped.
        forgotten;
        /// Wiped within a while.
        soon_expired(within);
        /// So many minutes.
        minutes(number)["one", "other"];
        /// So many seconds.
        seconds(number)["one", "other"];
        /// Not wiped after all.
        not_expired;
        /// Somebody is still there.
        still_here;
        /// Wiped after an hour.
        expired;
        /// The browser keeps nothing.
        storage_refused;
        /// Taking it along can wait.
        take_later;
        /// The link in the address says nothing.
        link_unread;
    }

    "advice" {
        /// Its title.
        advice;
        /// The municipality has not confirmed the directory.
        unconfirmed;
        /// Nobody verified any of it of late.
        unverified;
        /// Above the lead contact.
        first_this;
        /// Above a place where one can walk in.
        walk_in_first;
        /// What to bring.
        bring;
        /// What that is.
        bring_what;
        /// Opens what else is known of the one to begin with, and how else to reach them.
        more_about;
        /// Whom to call if the party itself cannot be reached.
        if_that_fails(party);
        /// What to say.
        say_this;
        /// The team may decide itself.
        may_decide;
        /// Why: what was chosen.
        because_need(label);
        /// Why: several things play at once.
        because_several;
        /// Why the one who sends comes first.
        because_referral(name);
        /// Why: lives in another municipality.
        because_elsewhere;
        /// Why: nothing more is known.
        because_everyone;
        /// Who has to send somebody there.
        through(referrer);
        /// Where to ask when no way to reach a party is known.
        reach_unknown(party);
        /// What the team is there for, when the lead is somebody else.
        then_team;
        /// Who of the team help as well.
        at_the_table;
        /// Opens what people can do themselves.
        yourself;
        /// Above the others who help.
        elsewhere;
        /// Opens the last of them.
        others;
        /// Opens the rights.
        rights;
        /// Free client support is a right (Wmo 2015, artikel 2.2.4), whatever it is about.
        support_right;
        /// Who gives it is not known.
        support_unknown;
        /// One may disagree: within six weeks (Awb, artikel 6:7), or two if UWV says that somebody can work again (Ziektewet, artikel 75k).
        disagree;
        /// For which ages.
        ages;
        /// From an age on.
        ages_from(from);
        /// Until an age.
        ages_until(until);
        /// Between two ages.
        ages_between(from, until);
        /// What it costs.
        cost;
        /// How to get in.
        apply;
        /// How long people wait.
        wait;
        /// Which languages are spoken besides Dutch.
        languages;
        /// From which year the data of a party are.
        from_year(year);
        /// From which years those of several are.
        from_years(first, last);
        /// Opens how to say that something about a party is wrong.
        outdated;
        /// Mails it.
        outdated_mail;
        /// Opens the answers, each with the way to change it.
        your_answers;
        /// After what changes an answer, for screen readers.
        answer_number(number);
        /// An answer that was skipped.
        skipped;
        /// Opens the question that decided a line.
        not_right;
        /// Makes this one the lead.
        prefer;
        /// Who asks chose the lead themselves.
        preferred;
        /// Back to the lead of the advice.
        not_preferred;
        /// Above what is different after an answer was changed.
        changed;
        /// Nothing is.
        unchanged;
        /// Who the lead is now, and who it was.
        changed_lead(new, old);
        /// Who is named that was not before.
        changed_new(names);
        /// Who is not named any more.
        changed_gone(names);
        /// Leads to the list of a wijk.
        wijk_link;
        /// Opens what takes it along.
        take_away;
        /// Copies as text.
        copy;
        /// Shares with what the device offers.
        share;
        /// Shows a link and a QR code.
        link;
        /// What is in that link.
        link_hint;
        /// Says what the QR code is.
        link_label;

        /// The title of the story, and what leads to it.
        story;
        /// Before what leads to it.
        story_about;
        /// What it is for.
        story_hint;
        /// Names the field.
        story_label;
        /// Makes it from the answers again.
        story_reset;
        /// Back to what was written.
        story_restore;
        /// An answer was changed since it was written.
        story_older;
        /// It may be a personal plan: seven days after the melding, and they have to look at it (Wmo 2015, artikel 2.3.2, lid 2 and 5).
        story_plan;

        /// The title of what was taken along.
        carried;
        /// What it is.
        carried_hint;
        /// The wijk a link was for.
        carried_for(wijk);
        /// How many of a link are not there any more.
        carried_gone(many)["one", "other"];
        /// Where to ask for a party without a number.
        carried_silent;
        /// Goes to the first question, or on with the visit.
        carried_on["new", "begun"];

        /// Above the number to call instead of asking to be contacted.
        rather_call;
        /// Asking cannot be shown.
        ask_lost;
        /// There is no desk: the title.
        no_desk;
        /// What to do then.
        no_desk_text;
        /// Makes a mail ready.
        mail;
    }

    "told" {
        /// The last sentence of a story.
        story_end;
        /// The age of whom it is about.
        story_age(age);
        /// The age of their child.
        story_child_age(age);
        /// A municipality.
        story_town(town);
        /// A municipality and a wijk.
        story_wijk(town, wijk);
        /// A postcode.
        story_postcode(postcode);
        /// No fixed address.
        story_no_address;
        /// Another municipality.
        story_elsewhere;
        /// What it is about, when nothing more is known.
        story_topic(topic);
        /// What to say on the phone: sentences about what is going on.
        say(told);
        /// To whoever keeps the data about a party.
        outdated_say(party);
        /// The subject of a mail that asks to be contacted.
        mail_subject;
        /// What stands in it.
        mail_line["ask", "name", "phone", "when"];
    }
}

impl Texts {
    /// How many texts there are before anything was answered.
    #[cfg(not(target_arch = "wasm32"))]
    fn first() -> usize {
        Self::KEYS.iter().take_while(|key| key.section == "visit").count()
    }

    /// Takes out what comes with the rest of the data.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn split_rest(&mut self) -> Vec<String> {
        self.0.0.split_off(Self::first())
    }

    /// Goes over every text.
    pub fn each(&mut self, tell: &mut dyn FnMut(&mut String)) {
        self.0.0.iter_mut().for_each(tell);
    }

    /// Puts it back.
    pub fn complete(&mut self, rest: Vec<String>) {
        self.0.0.extend(rest);
    }
}
