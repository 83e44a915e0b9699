//! `sportello import locales`: reads a translator's table, row by row.

use super::cell;
use super::imported::{messages_folder, words_folder};
use super::judge::Judge;
use super::row::{SITE, TextState, TranslationRow};
use super::store::Accepted;
use super::workspace::Workspace;
use super::{site_texts, table};
use crate::app::arguments::LocalesImport;
use crate::app::failure::Failure;
use crate::app::terminal::print_line;
use crate::catalogue;
use crate::domain::LanguageTag;
use crate::locale::{Language, Message, SOURCE, Wording, tidy};
use std::collections::BTreeMap;

/// The most refused rows that are listed with their reason.
const MAX_LISTED: usize = 100;

/// Stores the valid rows of the table and lists the others.
pub(in crate::app) fn import(options: &LocalesImport) -> Result<(), Failure> {
    let data = options.data.folder()?;
    let folder = options.locales.clone().unwrap_or_else(|| messages_folder(&data));
    let work = Workspace::open(options.site.as_deref(), &data, &folder)?;
    let mut intake =
        Intake { work: &work, judge: Judge::new()?, accepted: BTreeMap::new(), refused: Vec::new(), empty: 0 };
    let rows = table::read(&options.file)?;
    for (line, message) in &messages(&rows) {
        intake.message(*line, message)?;
    }
    for (line, row) in rows.iter().filter(|(_, row)| row.key == SITE) {
        intake.site_text(*line, row)?;
    }
    let Intake { accepted, refused, empty, .. } = intake;
    let is_source = options.locales.is_some();
    for (language, accepted) in &accepted {
        accepted.store_messages(&work, language.as_str(), &folder, is_source)?;
        if is_source && !accepted.words.is_empty() {
            print_line(&format!("{language}: with --locales the site's words are not imported"))?;
        } else {
            accepted.store_words(language, &words_folder(&data))?;
        }
    }
    let count = accepted.values().map(|accepted| accepted.messages.len() + accepted.words.len()).sum::<usize>();
    print_line(&format!("{count} taken, {} refused, {empty} not translated yet", refused.len()))?;
    if count > 0 && !is_source {
        print_line("they are used from the next start on")?;
    }
    if refused.is_empty() {
        return Ok(());
    }
    let listed = refused.iter().take(MAX_LISTED).map(String::as_str).collect::<Vec<_>>().join("\n");
    let (file, count) = (options.file.display(), refused.len());
    Err(Failure::new(format!("{file} has {count} rows that can't be taken; correct them and import again\n{listed}")))
}

/// The rows read so far.
struct Intake<'a> {
    work: &'a Workspace,
    judge: Judge,
    accepted: BTreeMap<LanguageTag, Accepted>,
    refused: Vec<String>,
    /// Rows without a translation.
    empty: usize,
}

impl<'a> Intake<'a> {
    fn refuse(&mut self, line: usize, key: &str, why: &str) {
        self.refused.push(format!("line {line}: {key}: {why}"));
    }

    fn language(&mut self, line: usize, row: &TranslationRow) -> Option<&'a Language> {
        let mut languages = self.work.locales.languages().iter();
        let found = languages.find(|known| known.tag.as_str() == row.language && row.language != SOURCE);
        if found.is_none() {
            self.refuse(line, &row.key, &format!("{:?} is not a language to translate into", row.language));
        }
        found
    }

    fn message(&mut self, line: usize, rows: &[&TranslationRow]) -> Result<(), Failure> {
        let Some(first) = rows.first() else { return Ok(()) };
        let Some(language) = self.language(line, first) else { return Ok(()) };
        if rows.iter().all(|row| row.translation.trim().is_empty()) {
            self.empty += 1;
            return Ok(());
        }
        let work = self.work;
        let Some(source) = work.texts.message(SOURCE, &first.key) else {
            self.refuse(line, &first.key, "there is no such message any more; export the table anew");
            return Ok(());
        };
        let is_confirmed = rows.iter().any(|row| row.confirmed.trim().eq_ignore_ascii_case("yes"));
        if !is_confirmed && rows.iter().any(|row| row.italian.trim() != source.text_for(&row.form)) {
            let why = "the Italian text has changed since the table was written; export it anew, or write yes under confirmed";
            self.refuse(line, &first.key, why);
            return Ok(());
        }
        let mut forms: Vec<&str> = rows.iter().map(|row| row.form.trim()).collect();
        forms.sort_unstable();
        if forms.windows(2).any(|pair| pair[0] == pair[1]) {
            self.refuse(line, &first.key, "is there twice");
            return Ok(());
        }
        let mangled = rows.iter().find_map(|row| cell::mangled(row.translation.trim(), source.text_for(&row.form)));
        if let Some(why) = mangled {
            self.refuse(line, &first.key, why);
            return Ok(());
        }
        let own = work.texts.message(&first.language, &source.id);
        let wording = wording(rows, source, own);
        let message = Message { id: source.id.clone(), note: source.note.clone(), wording };
        if let Some((_, why)) = self.judge.message(Some(&message), source, language)? {
            self.refuse(line, &first.key, &why);
            return Ok(());
        }
        if !message.reads_back() {
            self.refuse(line, &first.key, "has braces that are not a variable; write them as in Italian");
            return Ok(());
        }
        let is_new = own.is_none_or(|own| own.wording != message.wording);
        if is_new || is_confirmed {
            self.accepted.entry(language.tag.clone()).or_default().messages.push(message);
        }
        Ok(())
    }

    fn site_text(&mut self, line: usize, row: &TranslationRow) -> Result<(), Failure> {
        let Some(language) = self.language(line, row) else { return Ok(()) };
        let (work, text) = (self.work, row.translation.trim());
        if text.is_empty() {
            self.empty += 1;
            return Ok(());
        }
        let texts = site_texts::texts(&work.site);
        let Some(known) = texts.iter().find(|known| known.source == row.italian.trim()) else {
            if row.state != TextState::Changed.words() {
                self.refuse(line, &row.italian, "the site says no such text any more; export the table anew");
            }
            return Ok(());
        };
        let own = known.words.get(&language.tag).filter(|own| !own.trim().is_empty());
        if own.is_some_and(|own| own != text) {
            self.refuse(line, &row.italian, "the site file itself has this text; change it there");
            return Ok(());
        }
        if let Some(why) = cell::mangled(text, known.source) {
            self.refuse(line, &row.italian, why);
            return Ok(());
        }
        if let Some((problem, remedy)) = catalogue::unshowable(text) {
            self.refuse(line, &row.italian, &format!("{problem}. {remedy}"));
            return Ok(());
        }
        let room = self.judge.room(known.source)?;
        if let Some((_, why)) = self.judge.text(text, Some(room), language)? {
            self.refuse(line, &row.italian, &why);
            return Ok(());
        }
        let of_language = work.words.iter().filter(|words| words.language == language.tag);
        let before = of_language.filter_map(|words| words.words.get(known.source)).next();
        if own.is_none() && before.is_none_or(|before| before != text) {
            let accepted = self.accepted.entry(language.tag.clone()).or_default();
            let earlier = accepted.words.insert(known.source.to_owned(), text.to_owned());
            if earlier.is_some_and(|earlier| earlier != text) {
                self.refuse(line, &row.italian, "is there twice, with two translations; the later one is taken");
            }
        }
        Ok(())
    }
}

/// The wording in the rows of a message. A language may choose by a number where Italian does not; the existing
/// translation tells by which variable.
fn wording(rows: &[&TranslationRow], source: &Message, own: Option<&Message>) -> Wording {
    let text = |row: &TranslationRow| tidy(&row.translation);
    let chooses = |message: &Message| matches!(message.wording, Wording::Choice { .. });
    let like = own.filter(|own| chooses(own) && rows.len() > 1).unwrap_or(source);
    match (&like.wording, rows) {
        (Wording::Plain(_), [row, ..]) => Wording::Plain(text(row)),
        (Wording::Choice { by, .. }, rows) => {
            let mut forms: Vec<(String, String)> =
                rows.iter().map(|row| (row.form.trim().to_owned(), text(row))).collect();
            // Fluent takes the last form when no other fits.
            forms.sort_by_key(|(form, _)| form == "other");
            Wording::Choice { by: by.clone(), forms }
        }
        (Wording::Plain(_), []) => Wording::Plain(String::new()),
    }
}

/// The rows of each message together, with the line of the first.
fn messages(rows: &[(usize, TranslationRow)]) -> Vec<(usize, Vec<&TranslationRow>)> {
    let mut found: BTreeMap<(&str, &str), (usize, Vec<&TranslationRow>)> = BTreeMap::new();
    for (line, row) in rows.iter().filter(|(_, row)| row.key != SITE) {
        found.entry((&row.language, &row.key)).or_insert((*line, Vec::new())).1.push(row);
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|(line, _)| *line);
    found
}
