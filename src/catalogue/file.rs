//! The tables and fields of a site file, read into a draft.
//!
//! Values that can't be read are replaced by stand-ins, so that an entry has the same position in the draft as in the
//! file. A draft is valid only when there are no complaints.

use super::Known;
use super::hours::{self, Locations};
use super::reader::{Complaints, Node, Table};
use super::{placement, rules, value};
use crate::domain::institution::Colour;
use crate::domain::site::{SiteDraft, USUAL_IDLE_MINUTES};
use crate::domain::tally::taps::Topic;
use crate::domain::{
    Desk, DeskNumber, Fallback, Institution, InstitutionCode, Leads, Letter, Need, NeedCode, NeedContent, Presence,
    Rules, Service, ServiceCode, Words,
};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use std::ops::RangeInclusive;

/// The most lines of what to bring: more do not fit the slip.
const MAX_BRING: usize = 5;
/// The most entries of a list; far beyond any site.
const MAX_ENTRIES: usize = 200;
/// The most needs of a menu; far beyond any screen.
const MAX_ENTRIES_OF_MENU: usize = 30;
/// The minutes of a service when the file does not say.
const USUAL_MINUTES: u16 = 15;
/// How long a sign-in may be unused: a shorter time would end it between two visitors, a longer one is a day's work.
const IDLE_MINUTES: RangeInclusive<u16> = 5..=720;

/// Reads a whole file.
pub(super) struct SiteFile<'a> {
    pub(super) known: &'a Known,
    pub(super) complaints: Complaints,
    /// The locations of stretches of presence, which have other paths in the draft than in the file.
    pub(super) locations: Locations,
}

impl SiteFile<'_> {
    /// Makes a draft of the whole file.
    pub(super) fn site(&mut self, mut root: Table<'_>) -> SiteDraft {
        let name = self.words(&mut root, "name", "Add the name over the door: name = { it = \"…\" }.");
        let zone = root.required("time_zone", "Add time_zone = \"Europe/Rome\".", &mut self.complaints);
        let time_zone = zone.and_then(|node| value::time_zone(&node, &mut self.complaints));
        let day_ends = root.field("day_ends").and_then(|node| hours::time_of_day(&node, &mut self.complaints));
        let public_url = root.field("public_url").and_then(|node| value::public_url(&node, &mut self.complaints));
        let languages = self.list(&mut root, "languages", "Add languages = [\"it\", \"en\"], the site's own first.");
        let languages = languages.iter().map(|node| value::language(node, self.known, &mut self.complaints)).collect();
        let institutions = self.tables(&mut root, "institutions", Self::institution);
        let letters: Vec<_> = institutions.iter().map(|known| (known.code.clone(), known.letter)).collect();
        let services = self.tables(&mut root, "services", |file, table| file.service(table, &letters));
        let desks = self.tables(&mut root, "desks", Self::desk);
        let needs = self.tables(&mut root, "needs", |file, table| file.need(table, None));
        let holidays = root.field("holidays").map(|node| self.holidays(&node)).unwrap_or_default();
        let rules = root.field("rules").and_then(|node| rules::rules(&node, &mut self.complaints));
        let no_language =
            root.field("no_language").map(|node| value::code(Some(&node), NeedCode::parse, &mut self.complaints));
        let doors = root.field("doors").and_then(|node| hours::doors(&node, &mut self.locations, &mut self.complaints));
        let welcome_desk = root.field("welcome_desk").and_then(|node| node.number(1..=999, &mut self.complaints));
        let shared_desks = root.field("shared_desks").and_then(|node| node.flag(&mut self.complaints));
        let idle_minutes = root.field("idle_minutes").and_then(|node| node.number(IDLE_MINUTES, &mut self.complaints));
        let count = root.field("count").map(|node| self.topics(&node)).unwrap_or_default();
        root.finish(&mut self.complaints);
        SiteDraft {
            name,
            time_zone: time_zone.unwrap_or(TimeZone::UTC),
            day_ends: day_ends.unwrap_or(Time::midnight()),
            languages,
            public_url,
            institutions,
            services,
            desks,
            needs,
            no_language,
            count,
            holidays,
            doors,
            welcome_desk: welcome_desk.map(DeskNumber),
            shared_desks: shared_desks.unwrap_or(false),
            idle_minutes: idle_minutes.unwrap_or(USUAL_IDLE_MINUTES),
            rules: rules.unwrap_or(Rules::USUAL),
        }
    }

    fn holidays(&mut self, node: &Node<'_>) -> Vec<Date> {
        let dates = self.entries(node, "holidays");
        dates.iter().filter_map(|date| hours::date(date, &mut self.complaints)).collect()
    }

    fn topics(&mut self, node: &Node<'_>) -> Vec<Topic> {
        let mut topics = Vec::new();
        for topic in self.entries(node, "count").iter().filter_map(|node| value::topic(node, &mut self.complaints)) {
            if !topics.contains(&topic) {
                topics.push(topic);
            }
        }
        topics
    }

    fn institution(&mut self, table: &mut Table<'_>) -> Institution {
        let code = table.required("code", "Add a code such as code = \"asl\".", &mut self.complaints);
        let name = table.required("name", "Add the official Italian name.", &mut self.complaints);
        let gloss = table.field("gloss");
        let letter = table.required("letter", "Add a letter, such as letter = \"H\".", &mut self.complaints);
        let colour = table.required("colour", "Add a colour, such as colour = \"#0033A0\".", &mut self.complaints);
        let presence = table.required("presence", "Add presence = \"always\", or hours.", &mut self.complaints);
        let except = table.field("except");
        let complaints = &mut self.complaints;
        let code = value::code(code.as_ref(), InstitutionCode::parse, complaints);
        let name_text = name.as_ref().and_then(|node| value::clean_text(node, complaints));
        if let (Some(node), Some("")) = (&name, name_text.as_deref()) {
            node.wrong("is empty", "Write the official Italian name.", complaints);
        }
        Institution {
            code,
            name: name_text.unwrap_or_default(),
            gloss: gloss.map(|node| value::words(&node, self.known, complaints)).unwrap_or_default(),
            letter: letter.and_then(|node| value::letter(&node, complaints)).unwrap_or_else(stand_in_letter),
            colour: colour.and_then(|node| value::colour(&node, complaints)).unwrap_or(Colour(0, 0, 0)),
            presence: presence
                .map(|node| hours::presence(&node, &mut self.locations, complaints))
                .unwrap_or(Presence::Always),
            exceptions: except.map(|node| hours::exceptions(&node, complaints)).unwrap_or_default(),
        }
    }

    fn service(&mut self, table: &mut Table<'_>, letters: &[(InstitutionCode, Letter)]) -> Service {
        let code = table.required("code", "Add a code such as code = \"asl.card\".", &mut self.complaints);
        let institution = table.required("institution", "Add the code of an institution.", &mut self.complaints);
        let label = self.words(table, "label", "Add what it is called: label = { it = \"…\" }.");
        let (own_letter, minutes) = (table.field("letter"), table.field("minutes"));
        let after = table.field("after").map(|node| self.entries(&node, "after")).unwrap_or_default();
        let complaints = &mut self.complaints;
        let institution = value::code(institution.as_ref(), InstitutionCode::parse, complaints);
        let letter_of_institution = letters.iter().find(|(code, _)| *code == institution).map(|(_, letter)| *letter);
        let own_letter = own_letter.and_then(|node| value::letter(&node, complaints));
        Service {
            code: value::code(code.as_ref(), ServiceCode::parse, complaints),
            institution,
            letter: own_letter.or(letter_of_institution).unwrap_or_else(stand_in_letter),
            label,
            minutes: minutes.and_then(|node| node.number(1..=480, complaints)).unwrap_or(USUAL_MINUTES),
            after: after.iter().map(|node| value::code(Some(node), ServiceCode::parse, complaints)).collect(),
        }
    }

    fn desk(&mut self, table: &mut Table<'_>) -> Desk {
        let number = table.required("number", "Add the number over the desk: number = 1.", &mut self.complaints);
        let room = self.words(table, "room", "Add where it stands: room = { it = \"piano terra\" }.");
        let services = self.list(table, "services", "Add what can be done there: services = [\"asl.card\"].");
        let languages = table.field("languages").map(|node| self.entries(&node, "languages"));
        let complaints = &mut self.complaints;
        let languages = languages.unwrap_or_default();
        Desk {
            number: DeskNumber(number.and_then(|node| node.number(1..=999, complaints)).unwrap_or(0)),
            room,
            services: services.iter().map(|node| value::code(Some(node), ServiceCode::parse, complaints)).collect(),
            languages: languages.iter().map(|node| value::language(node, self.known, complaints)).collect(),
        }
    }

    fn need(&mut self, table: &mut Table<'_>, above: Option<(Colour, &str)>) -> Need {
        let code = table.required("code", "Add a code such as code = \"health\".", &mut self.complaints);
        let code = value::code(code.as_ref(), NeedCode::parse, &mut self.complaints);
        let level = usize::from(above.is_some());
        let label = self.words(table, "label", "Add what the visitor reads: label = { it = \"…\" }.");
        let (pictogram, colour) = (table.field("pictogram"), table.field("colour"));
        if above.is_none() && pictogram.is_none() {
            table.lacks("pictogram", "is missing", "Add pictogram = \"stethoscope\", say.", &mut self.complaints);
        }
        if above.is_none() && colour.is_none() {
            table.lacks("colour", "is missing", "Add colour = \"#0033A0\", say.", &mut self.complaints);
        }
        let pictogram = pictogram.and_then(|node| value::pictogram(&node, self.known, &mut self.complaints));
        let colour = colour.and_then(|node| value::colour(&node, &mut self.complaints));
        let colour = colour.or(above.map(|(colour, _)| colour)).unwrap_or(Colour(0, 0, 0));
        let pictogram = pictogram.or(above.map(|(_, name)| name.to_owned())).unwrap_or_default();
        let content = self.content(table, level, (colour, &pictogram));
        Need { code, label, pictogram, colour, content }
    }

    fn content(&mut self, table: &mut Table<'_>, level: usize, above: (Colour, &str)) -> NeedContent {
        let (menu, services, person) = (table.field("needs"), table.field("services"), table.field("person"));
        let remedy = "Write exactly one: services = [\"…\"], person = (a desk's number), or needs below it.";
        match [&menu, &services, &person].into_iter().flatten().count() {
            0 => table.lacks("services", "the need leads nowhere", remedy, &mut self.complaints),
            1 => {}
            _ => table.lacks("services", "the need leads to several things at once", remedy, &mut self.complaints),
        }
        if let Some(menu) = menu {
            if level > 0 {
                // One level too many: the check of the whole draft reports it.
                return NeedContent::Menu(Vec::new());
            }
            let nodes = self.table_entries(&menu, "needs.needs");
            let below = |file: &mut Self, table: &mut Table<'_>| file.need(table, Some(above));
            return NeedContent::Menu(self.each_table(nodes, below));
        }
        let (bring, discreet) = (table.field("bring"), table.field("discreet"));
        let bring = bring.map(|node| self.bring(&node)).unwrap_or_default();
        let discreet = discreet.and_then(|node| node.flag(&mut self.complaints)).unwrap_or(false);
        let (urgent, fallback) = (table.field("urgent"), table.field("fallback"));
        let urgent = urgent.and_then(|node| node.flag(&mut self.complaints)).unwrap_or(false);
        let fallback = fallback.and_then(|node| self.fallback(&node));
        let leads = match (services, person) {
            (None, Some(node)) => {
                Leads::Person { desk: DeskNumber(node.number(1..=999, &mut self.complaints).unwrap_or(0)) }
            }
            (services, _) => {
                let nodes = services.map(|node| self.entries(&node, "services")).unwrap_or_default();
                let code = |node| value::code(Some(node), ServiceCode::parse, &mut self.complaints);
                Leads::Services(nodes.iter().map(code).collect())
            }
        };
        NeedContent::Leaf { leads, bring, discreet, urgent, fallback }
    }

    /// `{ call = "112", words = { it = "…" } }`: what helps while a need's desk is not there.
    fn fallback(&mut self, node: &Node<'_>) -> Option<Fallback> {
        let mut table =
            node.table("Write fallback = { call = \"112\", words = { it = \"…\" } }.", &mut self.complaints)?;
        let call = table.field("call").and_then(|node| value::telephone(&node, &mut self.complaints));
        let words = table.field("words").map(|node| value::words(&node, self.known, &mut self.complaints));
        table.finish(&mut self.complaints);
        Some(Fallback { call, words: words.unwrap_or_default() })
    }

    fn bring(&mut self, node: &Node<'_>) -> Vec<Words> {
        let lines = self.entries(node, "bring");
        if lines.len() > MAX_BRING {
            let problem = format!("has {} lines, and {MAX_BRING} fit the slip", lines.len());
            node.wrong(problem, "Say it in fewer.", &mut self.complaints);
        }
        lines.iter().map(|line| value::words(line, self.known, &mut self.complaints)).collect()
    }

    fn words(&mut self, table: &mut Table<'_>, name: &'static str, remedy: &str) -> Words {
        let node = table.required(name, remedy, &mut self.complaints);
        node.map(|node| value::words(&node, self.known, &mut self.complaints)).unwrap_or_default()
    }

    fn list<'t>(&mut self, table: &mut Table<'t>, name: &'static str, remedy: &str) -> Vec<Node<'t>> {
        let node = table.required(name, remedy, &mut self.complaints);
        node.map(|node| self.entries(&node, name)).unwrap_or_default()
    }

    /// The entries of a list of plain values.
    fn entries<'t>(&mut self, node: &Node<'t>, name: &str) -> Vec<Node<'t>> {
        self.at_most(node, MAX_ENTRIES, &format!("Write a list in brackets: {name} = [ … ]."))
    }

    /// The entries of a list of tables, named as in its header lines: `desks` or `needs.needs`.
    fn table_entries<'t>(&mut self, node: &Node<'t>, name: &str) -> Vec<Node<'t>> {
        let most = if name.starts_with("needs") { MAX_ENTRIES_OF_MENU } else { MAX_ENTRIES };
        self.at_most(node, most, &format!("Begin each with a line [[{name}]]."))
    }

    fn at_most<'t>(&mut self, node: &Node<'t>, most: usize, remedy: &str) -> Vec<Node<'t>> {
        let mut entries = node.list(remedy, &mut self.complaints).unwrap_or_default();
        if entries.len() > most {
            node.wrong(format!("has more than {most} entries"), "Take some out.", &mut self.complaints);
            entries.truncate(most);
        }
        entries
    }

    fn tables<T>(
        &mut self,
        root: &mut Table<'_>,
        name: &'static str,
        read: impl FnMut(&mut Self, &mut Table<'_>) -> T,
    ) -> Vec<T> {
        let remedy = format!("Add at least one, beginning with a line [[{name}]].");
        let node = root.required(name, &remedy, &mut self.complaints);
        let nodes = node.map(|node| self.table_entries(&node, name)).unwrap_or_default();
        self.each_table(nodes, read)
    }

    fn each_table<T>(&mut self, nodes: Vec<Node<'_>>, mut read: impl FnMut(&mut Self, &mut Table<'_>) -> T) -> Vec<T> {
        let mut all = Vec::new();
        for mut node in nodes {
            let place_of_list = node.place.len().saturating_sub(1);
            if let Some(mut table) = node.table("Write it as a table of its own.", &mut self.complaints) {
                all.push(read(self, &mut table));
                placement::complain_of_misplaced(&mut table, &mut self.complaints);
                table.finish(&mut self.complaints);
            } else if let Some(complaint) = self.complaints.last_mut() {
                // There is no stand-in for a table, so positions in the whole list become wrong.
                node.place.truncate(place_of_list);
                complaint.place = node.place;
            }
        }
        all
    }
}

fn stand_in_letter() -> Letter {
    Letter::parse("A").unwrap_or_else(|| unreachable!("A is a letter"))
}
