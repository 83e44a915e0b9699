//! Plain data as an outline for snapshots, made from the `Debug` form, so that a new field shows up by itself.
//!
//! Outlines of several languages merge into one: what they share stands once, and each text stands beside its
//! translations; a field that only names the language itself is left out. Invisible characters are made visible: `⟨` and `⟩` isolate a direction, `␣` is a space that never breaks.
//! `None`, empty texts and empty lists are left out.

use std::fmt::{Debug, Write};

/// A value, what belongs to it, or both.
#[derive(Debug, Default, PartialEq)]
pub struct Outline {
    value: Option<String>,
    children: Vec<(String, Outline)>,
}

/// Facts that all languages share stand on the line of what they belong to, up to this many characters.
const LINE: usize = 120;

impl Outline {
    pub fn of(data: &dyn Debug) -> Outline {
        let text = format!("{data:?}");
        let mut reader = Reader { rest: &text };
        let outline = reader.value();
        assert_eq!(reader.rest, "", "the rest of a Debug form that this reader does not know");
        outline
    }

    fn leaf(text: &str) -> Outline {
        Outline { value: (!text.is_empty()).then(|| visible(text)), children: Vec::new() }
    }

    /// Adds a fact that the data itself does not have.
    pub fn with(mut self, key: &str, text: &str) -> Outline {
        self.children.push((key.to_owned(), Outline::leaf(text)));
        self
    }

    fn is_empty(&self) -> bool {
        self.value.is_none() && self.children.is_empty()
    }

    fn child(&self, key: &str) -> Option<&Outline> {
        self.children.iter().find(|(known, _)| known == key).map(|(_, child)| child)
    }
}

/// The outlines of the same thing in several languages, as one text.
pub fn merged(outlines: &[(String, Outline)]) -> String {
    let nodes: Vec<(&str, &Outline)> =
        outlines.iter().map(|(language, outline)| (language.as_str(), outline)).collect();
    let mut out = String::new();
    for key in keys(&nodes) {
        write_node(&mut out, 0, key, &below(&nodes, key), nodes.len());
    }
    out
}

fn write_node(out: &mut String, depth: usize, key: &str, nodes: &[(&str, &Outline)], all: usize) {
    if nodes.iter().all(|(language, node)| node.value.as_deref() == Some(*language)) {
        return;
    }
    let pad = "  ".repeat(depth);
    let values = by_value(nodes);
    let mut line = format!("{pad}{key}");
    let keys = keys(nodes);
    if nodes.len() < all && !keys.is_empty() {
        let _ = write!(line, " (only {})", tags(nodes));
    }
    let shared_value = shared(nodes, all);
    let mut facts: Vec<String> = shared_value.iter().map(|value| (*value).to_owned()).collect();
    let mut rest = Vec::new();
    for key in keys {
        let children = below(nodes, key);
        let value = shared(&children, nodes.len()).filter(|_| children.iter().all(|(_, it)| it.children.is_empty()));
        match value {
            Some(value) if facts.iter().map(|fact| fact.chars().count() + 3).sum::<usize>() < LINE => {
                facts.push(if key.parse::<u32>().is_ok() { value.to_owned() } else { format!("{key} {value}") });
            }
            _ => rest.push((key, children)),
        }
    }
    if !facts.is_empty() {
        let _ = write!(line, ": {}", facts.join(" · "));
    }
    let _ = writeln!(out, "{line}");
    if shared_value.is_none() {
        for (value, languages) in values {
            let _ = writeln!(out, "{pad}  {}: {value}", languages.join(" "));
        }
    }
    for (key, children) in rest {
        write_node(out, depth + 1, key, &children, nodes.len());
    }
}

/// The value, where all languages have the same.
fn shared<'a>(nodes: &[(&str, &'a Outline)], all: usize) -> Option<&'a str> {
    let first = nodes.first()?.1.value.as_deref()?;
    (nodes.len() == all && nodes.iter().all(|(_, node)| node.value.as_deref() == Some(first))).then_some(first)
}

fn by_value<'a>(nodes: &[(&'a str, &'a Outline)]) -> Vec<(&'a str, Vec<&'a str>)> {
    let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
    for (language, node) in nodes {
        let Some(value) = node.value.as_deref() else { continue };
        match groups.iter_mut().find(|(known, _)| *known == value) {
            Some((_, languages)) => languages.push(language),
            None => groups.push((value, vec![language])),
        }
    }
    groups
}

/// The keys of all languages, in the order in which they come.
fn keys<'a>(nodes: &[(&str, &'a Outline)]) -> Vec<&'a str> {
    let mut keys: Vec<&str> = Vec::new();
    for (_, node) in nodes {
        let mut next = 0;
        for (key, _) in &node.children {
            next = match keys.iter().position(|known| known == key) {
                Some(position) => position + 1,
                None => {
                    keys.insert(next, key);
                    next + 1
                }
            };
        }
    }
    keys
}

fn below<'a>(nodes: &[(&'a str, &'a Outline)], key: &str) -> Vec<(&'a str, &'a Outline)> {
    nodes.iter().filter_map(|(language, node)| Some((*language, node.child(key)?))).collect()
}

fn tags(nodes: &[(&str, &Outline)]) -> String {
    nodes.iter().map(|(language, _)| *language).collect::<Vec<_>>().join(" ")
}

/// With signs for characters that can't be seen.
pub fn visible(text: &str) -> String {
    let sign = |c| match c {
        '\u{2068}' => '⟨',
        '\u{2069}' => '⟩',
        '\u{A0}' | '\u{202F}' => '␣',
        '\n' => '⏎',
        c => c,
    };
    text.chars().map(sign).collect()
}

/// Reads what a derived `Debug` has written.
struct Reader<'a> {
    rest: &'a str,
}

impl<'a> Reader<'a> {
    fn value(&mut self) -> Outline {
        if self.rest.starts_with('"') {
            return Outline::leaf(&self.string());
        }
        let name = self.until(['{', '(', '[', ',', ')', ']', '}']).trim();
        if self.takes('{') {
            return Outline { value: None, children: self.fields() };
        }
        if self.takes('[') {
            return Outline { value: None, children: numbered(self.items(']')) };
        }
        if self.takes('(') {
            return tuple(name, self.items(')'));
        }
        Outline::leaf(match name {
            "None" => "",
            "true" => "yes",
            "false" => "no",
            word => word,
        })
    }

    fn fields(&mut self) -> Vec<(String, Outline)> {
        let mut fields = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches([' ', ',']);
            if self.takes('}') {
                return fields;
            }
            let key = self.until([':']).to_owned();
            assert!(self.takes(':'), "a field has a value");
            self.rest = self.rest.trim_start();
            let value = self.value();
            if !value.is_empty() {
                fields.push((key, value));
            }
            self.rest = self.rest.trim_start();
        }
    }

    fn items(&mut self, end: char) -> Vec<Outline> {
        let mut items = Vec::new();
        loop {
            self.rest = self.rest.trim_start_matches([' ', ',']);
            if self.takes(end) {
                return items;
            }
            items.push(self.value());
        }
    }

    /// A text in quotes, with the characters that `Debug` has escaped.
    fn string(&mut self) -> String {
        let mut text = String::new();
        let mut chars = self.rest[1..].chars();
        loop {
            match chars.next().expect("a text ends with a quote") {
                '"' => break,
                '\\' => match chars.next().expect("something is escaped") {
                    'n' => text.push('\n'),
                    't' => text.push('\t'),
                    'u' => {
                        let number: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                        let number = u32::from_str_radix(&number, 16).expect("the number of a character");
                        text.push(char::from_u32(number).expect("a character"));
                    }
                    c => text.push(c),
                },
                c => text.push(c),
            }
        }
        self.rest = chars.as_str();
        text
    }

    fn until<const N: usize>(&mut self, ends: [char; N]) -> &'a str {
        let (taken, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        self.rest = rest;
        taken
    }

    fn takes(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }
}

fn numbered(items: Vec<Outline>) -> Vec<(String, Outline)> {
    items.into_iter().enumerate().map(|(position, item)| ((position + 1).to_string(), item)).collect()
}

/// What stands in round brackets: an option, a wrapped value, a colour, or a variant and what it carries.
fn tuple(name: &str, mut items: Vec<Outline>) -> Outline {
    match (name, items.len()) {
        ("Some" | "LanguageTag", 1) => items.remove(0),
        ("Colour", 3) => {
            let parts = items.iter().filter_map(|item| item.value.as_ref()?.parse::<u8>().ok());
            Outline::leaf(&parts.fold("#".to_owned(), |colour, part| format!("{colour}{part:02x}")))
        }
        (_, 1) if !items[0].children.is_empty() => Outline { value: Some(name.to_owned()), ..items.remove(0) },
        _ => Outline { value: (!name.is_empty()).then(|| name.to_owned()), children: numbered(items) },
    }
}

#[derive(Debug)]
#[expect(dead_code, reason = "only the Debug form is looked at")]
struct Example {
    title: &'static str,
    clock: &'static str,
    notice: Option<&'static str>,
    desks: Vec<u8>,
    body: Body,
}

#[derive(Debug)]
#[expect(dead_code, reason = "only the Debug form is looked at")]
enum Body {
    Person(Button),
    Note(bool, &'static str),
}

#[derive(Debug)]
#[expect(dead_code, reason = "only the Debug form is looked at")]
struct Button {
    label: &'static str,
    size: f32,
}

#[test]
fn what_languages_share_stands_once_and_texts_stand_side_by_side() {
    let body = |label| Body::Person(Button { label, size: 1.5 });
    let italian = Example { title: "Di, \"che\"?", clock: "09:05", notice: None, desks: vec![3, 4], body: body("Sì") };
    let english = Example { title: "What?", notice: Some("a\u{A0}b"), body: body("Yes"), ..italian_again(&italian) };
    let bengali = Example { title: "কী?", body: body("Yes"), ..italian_again(&italian) };
    let outlines = [("it", italian), ("en", english), ("bn", bengali)];
    let outlines = outlines.map(|(language, example)| (language.to_owned(), Outline::of(&example)));
    let expected = "title\n  it: Di, \"che\"?\n  en: What?\n  bn: কী?\nclock: 09:05\nnotice\n  en: a␣b\ndesks: 3 · 4\n\
                    body: Person · size 1.5\n  label\n    it: Sì\n    en bn: Yes\n";
    assert_eq!(merged(&outlines), expected);
    let note = Outline::of(&Body::Note(true, "in ⟨3⟩ (minutes)"));
    assert_eq!(merged(&[("it".to_owned(), note)]), "1: yes\n2: in ⟨3⟩ (minutes)\n");
}

fn italian_again(italian: &Example) -> Example {
    Example { desks: italian.desks.clone(), body: Body::Note(false, ""), notice: None, ..*italian }
}
