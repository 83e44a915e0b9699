//! `sportello export locales`: a table for each language, and a report.

use super::imported::messages_folder;
use super::judge::Judge;
use super::row::{SITE, TextState, TranslationRow};
use super::site_texts::{self, SiteText};
use super::workspace::Workspace;
use crate::app::arguments::LocalesExport;
use crate::app::failure::{Context, Failure};
use crate::app::terminal::print_line;
use crate::domain::LanguageTag;
use crate::locale::{Language, Message, SOURCE, forms_for};
use crate::spreadsheet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// Writes the tables into a folder and reports the state of each language.
pub(in crate::app) fn export(options: &LocalesExport) -> Result<(), Failure> {
    let data = options.data.folder()?;
    let work = Workspace::open(options.site.as_deref(), &data, &messages_folder(&data))?;
    let wanted = |language: &&Language| {
        language.tag.as_str() != SOURCE && options.language.as_ref().is_none_or(|wanted| *wanted == language.tag)
    };
    let languages: Vec<&Language> = work.locales.languages().iter().filter(wanted).collect();
    if languages.is_empty() {
        let known = work.locales.languages().iter().map(|language| language.tag.as_str());
        let known: Vec<&str> = known.filter(|tag| *tag != SOURCE).collect();
        return Err(Failure::new(format!("no such language to translate into; there are: {}", known.join(", "))));
    }
    let out = &options.out;
    std::fs::create_dir_all(out).or_unwritable(out)?;
    let mut judge = Judge::new()?;
    let mut report = format!("{:<10}", "");
    TextState::ALL.iter().for_each(|state| report += &format!("{:>15}", state.words()));
    for language in languages {
        let rows = rows(&work, language, &mut judge)?;
        write(&out.join(format!("{}.csv", language.tag)), &rows)?;
        // Writing to a text can't fail.
        let _ = write!(report, "\n{:<10}", language.tag.as_str());
        for state in TextState::ALL {
            let _ = write!(report, "{:>15}", rows.iter().filter(|row| row.state == state.words()).count());
        }
    }
    print_line(&report)
}

/// Every text of a language.
pub(super) fn rows(work: &Workspace, language: &Language, judge: &mut Judge) -> Result<Vec<TranslationRow>, Failure> {
    let mut rows = Vec::new();
    for area in work.texts.areas_of(&language.tag) {
        for source in work.texts.area(SOURCE, area) {
            rows.extend(rows_of_message(work, source, language, judge)?);
        }
    }
    if work.site.languages().contains(&language.tag) && *work.site.house_language() != language.tag {
        for text in site_texts::texts(&work.site) {
            rows.push(row_of_site(work, &text, language, judge)?);
        }
        rows.extend(outdated(work, language));
    }
    Ok(rows)
}

fn rows_of_message(
    work: &Workspace,
    source: &Message,
    language: &Language,
    judge: &mut Judge,
) -> Result<Vec<TranslationRow>, Failure> {
    let own = work.texts.message(language.tag.as_str(), &source.id);
    let english = work.texts.message("en", &source.id);
    let state = match judge.message(own, source, language)? {
        Some((state, _)) => state,
        None => judge.good(&work.texts, source, language),
    };
    let exactly = |form: &str| {
        let texts = own.map(Message::texts).unwrap_or_default();
        texts.iter().find(|(known, _)| *known == form).map(|(_, text)| (*text).to_owned()).unwrap_or_default()
    };
    let room = judge.room_of(source)?.map(|room| room.to_string()).unwrap_or_default();
    let row = |form: String| TranslationRow {
        language: language.tag.to_string(),
        key: source.id.clone(),
        italian: source.text_for(&form).to_owned(),
        english: english.map(|english| english.text_for(&form).to_owned()).unwrap_or_default(),
        translation: exactly(&form),
        state: state.words().to_owned(),
        room: room.clone(),
        note: source.note.replace('\n', " "),
        confirmed: String::new(),
        form,
    };
    // A translation with other forms is shown as it is, so that nothing gets lost.
    let mut forms = forms_for(source, language);
    if let Some(own) = own.filter(|own| own.texts().len() > 1) {
        let more: Vec<String> = own.texts().iter().map(|(form, _)| (*form).to_owned()).collect();
        let is_complete = more.iter().all(|form| forms.contains(form));
        if !is_complete || more.len() != forms.len() {
            forms = more;
        }
    }
    Ok(forms.into_iter().map(row).collect())
}

fn row_of_site(
    work: &Workspace,
    text: &SiteText<'_>,
    language: &Language,
    judge: &mut Judge,
) -> Result<TranslationRow, Failure> {
    let of_language = work.words.iter().filter(|words| words.language == language.tag);
    let own = text.words.get(&language.tag).filter(|own| !own.trim().is_empty());
    let imported = of_language.clone().find_map(|words| words.words.get(text.source)).map(String::as_str);
    let translation = own.or(imported).unwrap_or_default();
    let english = LanguageTag::parse("en").ok().and_then(|tag| text.words.get(&tag)).unwrap_or_default();
    let is_reviewed = of_language.clone().any(|words| words.reviewed);
    let room = judge.room(text.source)?;
    let state = match judge.text(translation, Some(room), language)? {
        Some((state, _)) => state,
        None if is_reviewed => TextState::Good,
        None => TextState::Unreviewed,
    };
    Ok(TranslationRow {
        language: language.tag.to_string(),
        key: SITE.to_owned(),
        form: String::new(),
        italian: text.source.to_owned(),
        english: english.to_owned(),
        translation: translation.to_owned(),
        state: state.words().to_owned(),
        room: room.to_string(),
        note: text.place.clone(),
        confirmed: String::new(),
    })
}

/// Translations of texts that are no longer in the site. They help to translate the new ones.
fn outdated(work: &Workspace, language: &Language) -> Vec<TranslationRow> {
    let of_language = work.words.iter().filter(|words| words.language == language.tag);
    let row = |source: &str, translation: &str| TranslationRow {
        language: language.tag.to_string(),
        key: SITE.to_owned(),
        form: String::new(),
        italian: source.to_owned(),
        english: String::new(),
        translation: translation.to_owned(),
        state: TextState::Changed.words().to_owned(),
        room: String::new(),
        note: "no longer in the site".to_owned(),
        confirmed: String::new(),
    };
    let rows = of_language.flat_map(|words| {
        words.outdated(&work.site).into_iter().map(|source| row(source, &words.words[source])).collect::<Vec<_>>()
    });
    rows.collect()
}

fn write(path: &Path, rows: &[TranslationRow]) -> Result<(), Failure> {
    // With the byte order mark, every spreadsheet takes the file for UTF-8.
    let mut table = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    for row in rows {
        table.serialize(row.each_cell(|text| spreadsheet::escaped(text).into_owned())).or_unwritable(path)?;
    }
    let bytes = table.into_inner().map_err(|error| error.into_error()).or_unwritable(path)?;
    // An existing file may hold a week of work, so it is not overwritten.
    let remedy = "choose another folder, or move the file away";
    let mut file = std::fs::File::create_new(path).or_fail(format!("{} can't be written", path.display()), remedy)?;
    file.write_all(&bytes).or_unwritable(path)
}
