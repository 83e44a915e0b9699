//! Walks a parsed TOML text and records everything that is not as expected.
//!
//! [`Node`] is a value with its location; [`Table`] remembers which of its fields were read, and complains about the
//! others. Reading goes on after a complaint.

use super::mistake::quoted;
use super::similar::did_you_mean;
use crate::domain::site::PathPart;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A mistake that the reader found.
#[derive(Debug, Clone)]
pub struct Complaint {
    /// The path to the value.
    pub(super) place: Vec<PathPart>,
    /// A key below that path, when it is not a known field.
    pub(super) key: Option<String>,
    /// Its bytes in the text.
    pub(super) at: Range<usize>,
    pub(super) problem: String,
    pub(super) remedy: String,
    /// Whether a required value is missing.
    pub(super) missing: bool,
    /// Whether the rest of the file can be used all the same.
    pub(super) bearable: bool,
}

/// All complaints so far.
pub type Complaints = Vec<Complaint>;

/// A value with its location.
#[derive(Clone)]
pub struct Node<'a> {
    value: &'a Spanned<DeValue<'a>>,
    pub(super) place: Vec<PathPart>,
    /// The key at the end of that path, when it is not a known field.
    key: Option<String>,
}

/// A table whose fields are read one by one.
pub struct Table<'a> {
    entries: &'a DeTable<'a>,
    span: Range<usize>,
    place: Vec<PathPart>,
    read: Vec<&'static str>,
}

impl<'a> Node<'a> {
    /// Complains that this value is wrong.
    pub fn wrong(&self, problem: impl Into<String>, remedy: impl Into<String>, complaints: &mut Complaints) {
        let (place, key, at) = (self.place.clone(), self.key.clone(), self.span());
        let (problem, remedy) = (problem.into(), remedy.into());
        complaints.push(Complaint { place, key, at, problem, remedy, missing: false, bearable: false });
    }

    /// Complains that this value is wrong, and that the file can be used without it.
    pub(super) fn odd(&self, problem: impl Into<String>, remedy: impl Into<String>, complaints: &mut Complaints) {
        self.wrong(problem, remedy, complaints);
        if let Some(complaint) = complaints.last_mut() {
            complaint.bearable = true;
        }
    }

    /// Complains that something is missing in this value.
    pub fn lacks(&self, problem: impl Into<String>, remedy: impl Into<String>, complaints: &mut Complaints) {
        self.wrong(problem, remedy, complaints);
        if let Some(complaint) = complaints.last_mut() {
            complaint.missing = true;
        }
    }

    /// The same node, reported by a key that is not a known field.
    pub fn named(mut self, key: &str) -> Node<'a> {
        self.key = Some(key.to_owned());
        self
    }

    /// Its bytes in the text.
    pub(super) fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// The text; complains when it is something else.
    pub fn text(&self, remedy: &str, complaints: &mut Complaints) -> Option<&'a str> {
        self.must_be("a text in quotes", self.value.get_ref().as_str(), remedy, complaints)
    }

    /// The text; `None` when it is something else.
    pub(super) fn as_text(&self) -> Option<&'a str> {
        self.value.get_ref().as_str()
    }

    /// True or false; complains when it is something else.
    pub(super) fn flag(&self, complaints: &mut Complaints) -> Option<bool> {
        self.must_be(
            "true or false",
            self.value.get_ref().as_bool(),
            "Write true or false, without quotes.",
            complaints,
        )
    }

    /// The whole number; complains when it is something else or out of range.
    pub fn number(&self, range: std::ops::RangeInclusive<u16>, complaints: &mut Complaints) -> Option<u16> {
        let digits = self.value.get_ref().as_integer();
        let number = digits.and_then(|digits| u16::from_str_radix(digits.as_str(), digits.radix()).ok());
        let (low, high) = (range.start(), range.end());
        let remedy = format!("Write a whole number from {low} to {high}, without quotes.");
        let number = number.filter(|number| range.contains(number));
        self.must_be(&format!("a whole number from {low} to {high}"), number, &remedy, complaints)
    }

    /// The number, whole or with a fraction; complains when it is something else or out of range.
    pub fn amount(&self, range: std::ops::RangeInclusive<f64>, complaints: &mut Complaints) -> Option<f64> {
        let number = match self.value.get_ref() {
            DeValue::Float(digits) => digits.as_str().parse().ok(),
            DeValue::Integer(digits) => i64::from_str_radix(digits.as_str(), digits.radix()).ok().map(|it| it as f64),
            _ => None,
        };
        let number = number.filter(|number: &f64| range.contains(number));
        let (low, high) = (range.start(), range.end());
        let remedy = format!("Write a number from {low} to {high}, without quotes.");
        self.must_be(&format!("a number from {low} to {high}"), number, &remedy, complaints)
    }

    /// Whether it is a table. A key with a full stop makes one, unless it is in quotes.
    pub fn is_table(&self) -> bool {
        self.value.get_ref().as_table().is_some()
    }

    /// The entries of the list; complains when it is something else. A single value is not a list.
    pub fn list(&self, remedy: &str, complaints: &mut Complaints) -> Option<Vec<Node<'a>>> {
        let list = self.must_be("a list", self.value.get_ref().as_array(), remedy, complaints)?;
        let node = |(i, value)| Node { value, place: below(&self.place, PathPart::Index(i)), key: self.key.clone() };
        Some(list.iter().enumerate().map(node).collect())
    }

    /// The table; complains when it is something else.
    pub fn table(&self, remedy: &str, complaints: &mut Complaints) -> Option<Table<'a>> {
        let entries = self.must_be("a table", self.value.get_ref().as_table(), remedy, complaints)?;
        Some(Table { entries, span: self.span(), place: self.place.clone(), read: Vec::new() })
    }

    fn must_be<T>(&self, what: &str, found: Option<T>, remedy: &str, complaints: &mut Complaints) -> Option<T> {
        if found.is_none() {
            self.wrong(format!("is {}, not {what}", shown(self.value.get_ref())), remedy, complaints);
        }
        found
    }
}

impl<'a> Table<'a> {
    /// The whole file.
    pub(super) fn root(entries: &'a Spanned<DeTable<'a>>) -> Table<'a> {
        Table { entries: entries.get_ref(), span: 0..0, place: Vec::new(), read: Vec::new() }
    }

    /// A field that may be missing.
    pub fn field(&mut self, name: &'static str) -> Option<Node<'a>> {
        self.read.push(name);
        let value = self.entries.get(name)?;
        Some(Node { value, place: below(&self.place, PathPart::Field(name)), key: None })
    }

    /// A required field; complains when it is missing.
    pub(super) fn required(
        &mut self,
        name: &'static str,
        remedy: &str,
        complaints: &mut Complaints,
    ) -> Option<Node<'a>> {
        let found = self.field(name);
        if found.is_none() {
            self.lacks(name, "is missing", remedy, complaints);
        }
        found
    }

    /// Complains that a field is missing here.
    pub(super) fn lacks(&self, name: &'static str, problem: &str, remedy: &str, complaints: &mut Complaints) {
        let (place, at) = (below(&self.place, PathPart::Field(name)), self.span.clone());
        let (problem, remedy) = (problem.to_owned(), remedy.to_owned());
        complaints.push(Complaint { place, key: None, at, problem, remedy, missing: true, bearable: false });
    }

    /// Every key with its value, for tables with free keys.
    pub fn entries(&self) -> impl Iterator<Item = (&'a str, Node<'a>)> + use<'a> {
        let (entries, place) = (self.entries, self.place.clone());
        entries
            .iter()
            .map(move |(key, value)| (key.get_ref().as_ref(), Node { value, place: place.clone(), key: None }))
    }

    /// Complains about a key of this table.
    pub fn wrong_key(&self, key: &str, problem: String, remedy: String, complaints: &mut Complaints) {
        let at = self.entries.get_key_value(key).map_or(self.span.clone(), |(key, _)| key.span());
        let (place, key) = (self.place.clone(), Some(key.to_owned()));
        complaints.push(Complaint { place, key, at, problem, remedy, missing: false, bearable: false });
    }

    /// Complains about those of these keys that belong elsewhere and were not read, and counts them as read.
    pub(super) fn misplaced(&mut self, names: &[&'static str], remedy: &str, complaints: &mut Complaints) {
        for name in names.iter().filter(|name| self.entries.contains_key(**name)) {
            if !self.read.contains(name) {
                self.wrong_key(name, format!("{} does not belong here", quoted(name)), remedy.to_owned(), complaints);
                self.read.push(name);
            }
        }
    }

    /// Complains about every key that was not read.
    pub fn finish(self, complaints: &mut Complaints) {
        for (key, _) in self.entries() {
            if !self.read.contains(&key) {
                let mut remedy = did_you_mean(key, self.read.iter().copied());
                if remedy.is_empty() {
                    remedy = format!("Remove it; there are: {}.", self.read.join(", "));
                }
                self.wrong_key(key, format!("unknown field {}", quoted(key)), remedy, complaints);
            }
        }
    }
}

/// The path one part longer.
pub(super) fn below(place: &[PathPart], part: PathPart) -> Vec<PathPart> {
    [place, &[part]].concat()
}

fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("the text {}", quoted(text)),
        DeValue::Integer(digits) => format!("the number {}", quoted(digits.as_str()).trim_matches('"')),
        DeValue::Boolean(answer) => answer.to_string(),
        DeValue::Float(digits) => format!("the number {}", quoted(digits.as_str()).trim_matches('"')),
        DeValue::Datetime(_) => "a date or time".to_owned(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
