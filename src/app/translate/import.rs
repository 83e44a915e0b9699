//! `sportello import locales`: takes a translator's table back, row by row.

use super::judge::Judge;
use super::row::{Row, SITE, State};
use super::{Failure, Work, messages_folder, site_texts, table, words_folder};
use crate::app::arguments::LocalesImport;
use crate::app::say;
use crate::catalogue::{self, Translation};
use crate::locale::{Language, MadeFrom, Message, SOURCE, Wording, built_in_file, tidy};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The most rows that are told with their reason.
const MOST_TOLD: usize = 100;

/// Takes what is good in the table and tells what is not.
pub(in crate::app) fn import(options: &LocalesImport) -> Result<(), Failure> {
    let data = options.data.folder()?;
    let folder = options.locales.clone().unwrap_or_else(|| messages_folder(&data));
    let work = Work::open(options.site.as_deref(), &data, &folder)?;
    let mut intake =
        Intake { work: &work, judge: Judge::new()?, taken: BTreeMap::new(), refused: Vec::new(), empty: 0 };
    let rows = table::read(&options.file)?;
    for (line, message) in &messages(&rows) {
        intake.message(*line, message)?;
    }
    for (line, row) in rows.iter().filter(|(_, row)| row.key == SITE) {
        intake.site_text(*line, row)?;
    }
    let Intake { taken, refused, empty, .. } = intake;
    let is_source = options.locales.is_some();
    for (language, taken) in &taken {
        taken.keep(&work, language, &folder, is_source)?;
        if is_source && !taken.words.is_empty() {
            say(&format!("{language}: the site's words are not the program's; they are left out with --locales"))?;
        } else {
            taken.keep_words(language, &words_folder(&data))?;
        }
    }
    let count = taken.values().map(|taken| taken.messages.len() + taken.words.len()).sum::<usize>();
    say(&format!("{count} taken, {} refused, {empty} not translated yet", refused.len()))?;
    if count > 0 && !is_source {
        say("they are spoken from the next start on")?;
    }
    if refused.is_empty() {
        return Ok(());
    }
    let told = refused.iter().take(MOST_TOLD).map(String::as_str).collect::<Vec<_>>().join("\n");
    Err(Failure(format!("{} has {} rows that can't be taken\n{told}", options.file.display(), refused.len())))
}

/// What was taken for one language.
#[derive(Default)]
struct Taken {
    messages: Vec<Message>,
    words: BTreeMap<String, String>,
}

struct Intake<'a> {
    work: &'a Work,
    judge: Judge,
    taken: BTreeMap<String, Taken>,
    refused: Vec<String>,
    empty: usize,
}

impl<'a> Intake<'a> {
    fn refuse(&mut self, line: usize, key: &str, why: &str) {
        self.refused.push(format!("line {line}: {key}: {why}"));
    }

    fn language(&mut self, line: usize, row: &Row) -> Option<&'a Language> {
        let mut languages = self.work.locales.languages().iter();
        let found = languages.find(|known| known.tag.as_str() == row.language && row.language != SOURCE);
        if found.is_none() {
            self.refuse(line, &row.key, &format!("{:?} is no language to translate into", row.language));
        }
        found
    }

    fn message(&mut self, line: usize, rows: &[&Row]) -> Result<(), Failure> {
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
            self.refuse(line, &first.key, "stands there twice");
            return Ok(());
        }
        let own = work.texts.message(&first.language, &source.id);
        let wording = wording(rows, source, own);
        let message = Message { id: source.id.clone(), note: source.note.clone(), wording };
        if let Some((_, why)) = self.judge.message(Some(&message), source, language)? {
            self.refuse(line, &first.key, &why);
            return Ok(());
        }
        if !message.is_sound() {
            self.refuse(line, &first.key, "has braces that are no variable; write them as in Italian");
            return Ok(());
        }
        let is_new = own.is_none_or(|own| own.wording != message.wording);
        if is_new || is_confirmed {
            self.taken.entry(first.language.clone()).or_default().messages.push(message);
        }
        Ok(())
    }

    fn site_text(&mut self, line: usize, row: &Row) -> Result<(), Failure> {
        let Some(language) = self.language(line, row) else { return Ok(()) };
        let (work, text) = (self.work, row.translation.trim());
        if text.is_empty() {
            self.empty += 1;
            return Ok(());
        }
        let texts = site_texts::texts(&work.site);
        let Some(known) = texts.iter().find(|known| known.source == row.italian.trim()) else {
            if row.state != State::Changed.words() {
                self.refuse(line, &row.italian, "the site says no such text any more; export the table anew");
            }
            return Ok(());
        };
        let own = known.words.get(&language.tag).filter(|own| !own.trim().is_empty());
        if own.is_some_and(|own| own != text) {
            self.refuse(line, &row.italian, "this text stands in the site file itself; change it there");
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
            let taken = self.taken.entry(row.language.clone()).or_default();
            let earlier = taken.words.insert(known.source.to_owned(), text.to_owned());
            if earlier.is_some_and(|earlier| earlier != text) {
                self.refuse(line, &row.italian, "stands there twice, with two translations; the later one is taken");
            }
        }
        Ok(())
    }
}

impl Taken {
    /// Writes the messages into `<tag>/<area>.ftl` below the folder, with those that are there already; for the program's
    /// own sources with the comments and the order of the Italian file.
    fn keep(&self, work: &Work, language: &str, folder: &Path, is_source: bool) -> Result<(), Failure> {
        if self.messages.is_empty() {
            return Ok(());
        }
        let folder = folder.join(language);
        std::fs::create_dir_all(&folder)?;
        let own = |message: &&Message| {
            work.texts.message(language, &message.id).is_none_or(|own| own.wording != message.wording)
        };
        let mut areas: Vec<&str> = self.messages.iter().filter(own).map(|message| area(&message.id)).collect();
        areas.sort_unstable();
        areas.dedup();
        for area_name in areas {
            let file = folder.join(format!("{area_name}.ftl"));
            let there = Message::read(&text_there(&file)?).map_err(|faults| damaged(&file, &faults.join("; ")))?;
            let mut messages = Vec::new();
            for source in work.texts.area(SOURCE, area_name) {
                let newer = self.messages.iter().find(|message| message.id == source.id);
                messages.extend(newer.or_else(|| there.iter().find(|message| message.id == source.id)).cloned());
            }
            let text = match built_in_file(SOURCE, area_name).filter(|_| is_source) {
                Some(template) => Message::file_like(template, &messages),
                None => messages.iter().map(Message::to_fluent).collect(),
            };
            replace(&file, &text)?;
        }
        let file = folder.join("made-from.txt");
        let mut made_from = MadeFrom::read(&text_there(&file)?);
        let sources = self.messages.iter().filter_map(|message| work.texts.message(SOURCE, &message.id));
        sources.for_each(|source| made_from.note(source));
        replace(&file, &made_from.to_text())
    }

    fn keep_words(&self, language: &str, folder: &Path) -> Result<(), Failure> {
        if self.words.is_empty() {
            return Ok(());
        }
        std::fs::create_dir_all(folder)?;
        let file = folder.join(format!("{language}.toml"));
        let tag =
            crate::domain::LanguageTag::parse(language).map_err(|error| Failure(format!("{language:?} {error}")))?;
        let mut translation = if file.exists() {
            let told = |mistakes: Vec<catalogue::FileMistake>| {
                damaged(&file, &mistakes.first().map(ToString::to_string).unwrap_or_default())
            };
            catalogue::open_translation(&file, &tag).map_err(told)?
        } else {
            Translation { language: tag, reviewed: false, words: BTreeMap::new() }
        };
        translation.words.extend(self.words.clone());
        replace(&file, &translation.to_toml())
    }
}

/// What stands in a file; nothing where there is none. What can't be read is never taken for nothing.
fn text_there(file: &Path) -> Result<String, Failure> {
    match std::fs::read_to_string(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        found => found.map_err(|error| damaged(file, &error.to_string())),
    }
}

fn damaged(file: &Path, why: &str) -> Failure {
    Failure(format!("{} can't be read, and nothing was changed ({why}): mend it or move it away", file.display()))
}

fn area(id: &str) -> &str {
    id.split('-').next().unwrap_or(id)
}

/// What the rows say. A language may choose by a number where Italian does not; the message it has already tells by which.
fn wording(rows: &[&Row], source: &Message, own: Option<&Message>) -> Wording {
    let text = |row: &Row| tidy(&row.translation);
    let chooses = |message: &Message| matches!(message.wording, Wording::Choice { .. });
    let like = own.filter(|own| chooses(own) && rows.len() > 1).unwrap_or(source);
    match (&like.wording, rows) {
        (Wording::Plain(_), [row, ..]) => Wording::Plain(text(row)),
        (Wording::Choice { by, .. }, rows) => {
            let mut forms: Vec<(String, String)> =
                rows.iter().map(|row| (row.form.trim().to_owned(), text(row))).collect();
            // The form that is taken when no other fits stands last.
            forms.sort_by_key(|(form, _)| form == "other");
            Wording::Choice { by: by.clone(), forms }
        }
        (Wording::Plain(_), []) => Wording::Plain(String::new()),
    }
}

/// The rows of each message together, with the line of the first.
fn messages(rows: &[(usize, Row)]) -> Vec<(usize, Vec<&Row>)> {
    let mut found: BTreeMap<(&str, &str), (usize, Vec<&Row>)> = BTreeMap::new();
    for (line, row) in rows.iter().filter(|(_, row)| row.key != SITE) {
        found.entry((&row.language, &row.key)).or_insert((*line, Vec::new())).1.push(row);
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|(line, _)| *line);
    found
}

/// Puts a text in the place of a file in one step, so that a power cut leaves the old one or the new one.
fn replace(file: &Path, text: &str) -> Result<(), Failure> {
    let newer = file.with_extension("new");
    let mut out = std::fs::File::create(&newer)?;
    out.write_all(text.as_bytes())?;
    out.sync_all()?;
    Ok(std::fs::rename(&newer, file)?)
}
