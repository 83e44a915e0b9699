//! Reads the program's own sources for the checks of its architecture: paths, definitions and functions, by `syn`.

use proc_macro2::{TokenStream, TokenTree};
use std::fs;
use std::path::{Path, PathBuf};
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Token, UseTree, Visibility};

/// One Rust file.
pub struct Source {
    /// Below its root, such as `hub/mod.rs`.
    pub path: String,
    pub text: String,
    tree: syn::File,
}

/// A path as the file writes it, such as `crate::hub::Hub`; that of a `use` is written out without its groups.
pub struct UsedPath {
    pub line: usize,
    pub names: Vec<String>,
    pub kind: PathKind,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathKind {
    /// `use`, for this file alone.
    Import,
    /// `pub use`, for others.
    ReExport,
    /// Anywhere else.
    Code,
}

/// An item, method, field or variant.
pub struct Definition {
    pub line: usize,
    pub name: String,
    pub kind: Kind,
    pub is_public: bool,
    pub doc: String,
    /// Whether the doc comment is a description in the API's own description, as that of a type with `ToSchema`.
    pub is_api: bool,
    /// The type of a field, what a function returns.
    pub of_type: String,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Type,
    Trait,
    Function,
    Method,
    Constant,
    FieldOrVariant,
}

pub struct Function {
    pub line: usize,
    pub name: String,
    /// From its signature to its closing brace.
    pub lines: usize,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        let tree = syn::parse_file(text).unwrap_or_else(|error| panic!("{path} is not Rust: {error}"));
        Source { path: path.to_owned(), text: text.to_owned(), tree }
    }

    /// Every Rust file below a folder of this repository.
    pub fn all_below(folder: &str) -> Vec<Source> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let mut paths = Vec::new();
        below(&root, &mut paths);
        paths.sort();
        let read = |path: &PathBuf| {
            let name = path.strip_prefix(&root).expect("it is below the folder").to_string_lossy().into_owned();
            Source::new(&name, &fs::read_to_string(path).expect("a source file can be read"))
        };
        paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "rs")).map(read).collect()
    }

    /// The module that the file is: `hub/mod.rs` is `[hub]`, `lib.rs` and `main.rs` are `[]`.
    pub fn module(&self) -> Vec<String> {
        let stem = self.path.trim_end_matches(".rs");
        let stem = stem.strip_suffix("/mod").unwrap_or(stem);
        if matches!(stem, "lib" | "main") { Vec::new() } else { stem.split('/').map(str::to_owned).collect() }
    }

    pub fn paths(&self) -> Vec<UsedPath> {
        let mut found = Paths::default();
        found.visit_file(&self.tree);
        found.paths
    }

    pub fn definitions(&self) -> Vec<Definition> {
        let mut found = Definitions::default();
        found.visit_file(&self.tree);
        found.found
    }

    pub fn functions(&self) -> Vec<Function> {
        let mut found = Functions::default();
        found.visit_file(&self.tree);
        found.found
    }

    /// The lines of calls of `expect` whose text is shorter than three words.
    pub fn short_reasons(&self) -> Vec<usize> {
        let mut found = Expects::default();
        found.visit_file(&self.tree);
        found.lines
    }
}

/// Every file below a folder.
pub fn below(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, paths);
        } else {
            paths.push(path);
        }
    }
}

#[derive(Default)]
struct Paths {
    paths: Vec<UsedPath>,
    /// How many modules written out within the file are around.
    depth: usize,
}

impl Paths {
    fn push(&mut self, line: usize, mut names: Vec<String>, kind: PathKind) {
        let climbs = names.iter().take_while(|name| *name == "super").count();
        if climbs < self.depth && (climbs > 0 || names[0] == "self") {
            return;
        }
        names.drain(..self.depth.min(climbs));
        // `super::x` of a module within the file is `x` of the file.
        if climbs > 0 && names.first().is_none_or(|first| first != "super") {
            names.insert(0, "self".to_owned());
        }
        self.paths.push(UsedPath { line, names, kind });
    }

    fn tree(&mut self, tree: &UseTree, before: &[String], kind: PathKind) {
        let with = |name: String| [before, &[name]].concat();
        match tree {
            UseTree::Path(path) => self.tree(&path.tree, &with(path.ident.to_string()), kind),
            UseTree::Name(name) if name.ident == "self" => self.push(name.span().start().line, before.to_vec(), kind),
            UseTree::Name(name) => self.push(name.span().start().line, with(name.ident.to_string()), kind),
            UseTree::Rename(name) => self.push(name.span().start().line, with(name.ident.to_string()), kind),
            UseTree::Glob(glob) => self.push(glob.span().start().line, with("*".to_owned()), kind),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, before, kind)),
        }
    }

    /// Macros are not parsed: their paths are read off the tokens.
    fn tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is_colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Group(group) => self.tokens(group.stream()),
                TokenTree::Ident(first) if at < 2 || !is_colon(at - 1) || !is_colon(at - 2) => {
                    let mut names = vec![first.to_string()];
                    while is_colon(at + 1)
                        && is_colon(at + 2)
                        && let Some(TokenTree::Ident(next)) = tokens.get(at + 3)
                    {
                        names.push(next.to_string());
                        at += 3;
                    }
                    self.push(first.span().start().line, names, PathKind::Code);
                }
                _ => {}
            }
            at += 1;
        }
    }
}

impl<'a> Visit<'a> for Paths {
    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        let is_import = matches!(item.vis, Visibility::Inherited);
        self.tree(&item.tree, &[], if is_import { PathKind::Import } else { PathKind::ReExport });
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.push(path.span().start().line, names, PathKind::Code);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'a syn::Macro) {
        self.visit_path(&item.path);
        self.tokens(item.tokens.clone());
    }

    fn visit_meta_list(&mut self, list: &'a syn::MetaList) {
        self.visit_path(&list.path);
        self.tokens(list.tokens.clone());
    }

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        self.depth += usize::from(item.content.is_some());
        visit::visit_item_mod(self, item);
        self.depth -= usize::from(item.content.is_some());
    }
}

#[derive(Default)]
struct Definitions {
    found: Vec<Definition>,
    /// Whether they stand in a private module written out within the file.
    is_hidden: bool,
}

impl Definitions {
    fn push(
        &mut self,
        name: &syn::Ident,
        kind: Kind,
        vis: Option<&Visibility>,
        attrs: &[syn::Attribute],
        of: &impl Spanned,
    ) {
        self.found.push(Definition {
            line: name.span().start().line,
            name: name.to_string(),
            kind,
            is_public: !self.is_hidden && matches!(vis, Some(Visibility::Public(_))),
            doc: attrs.iter().filter_map(doc_line).collect::<Vec<_>>().join("\n"),
            is_api: attrs.iter().any(derives_schema),
            of_type: of.span().source_text().unwrap_or_default(),
        });
    }
}

fn derives_schema(attribute: &syn::Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else { return false };
    let is_schema = |token: TokenTree| matches!(token, TokenTree::Ident(name) if name == "ToSchema");
    list.path.is_ident("derive") && list.tokens.clone().into_iter().any(is_schema)
}

fn doc_line(attribute: &syn::Attribute) -> Option<String> {
    let syn::Meta::NameValue(meta) = &attribute.meta else { return None };
    let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) = &meta.value else { return None };
    meta.path.is_ident("doc").then(|| text.value().trim().to_owned())
}

impl<'a> Visit<'a> for Definitions {
    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        let was_hidden = self.is_hidden;
        self.is_hidden |= !matches!(item.vis, Visibility::Public(_));
        visit::visit_item_mod(self, item);
        self.is_hidden = was_hidden;
    }

    fn visit_item_struct(&mut self, item: &'a syn::ItemStruct) {
        self.push(&item.ident, Kind::Type, Some(&item.vis), &item.attrs, &item.ident);
        visit::visit_item_struct(self, item);
    }

    fn visit_item_enum(&mut self, item: &'a syn::ItemEnum) {
        self.push(&item.ident, Kind::Type, Some(&item.vis), &item.attrs, &item.ident);
        visit::visit_item_enum(self, item);
    }

    fn visit_item_type(&mut self, item: &'a syn::ItemType) {
        self.push(&item.ident, Kind::Type, Some(&item.vis), &item.attrs, &item.ident);
    }

    fn visit_item_trait(&mut self, item: &'a syn::ItemTrait) {
        self.push(&item.ident, Kind::Trait, Some(&item.vis), &item.attrs, &item.ident);
        visit::visit_item_trait(self, item);
    }

    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.push(&item.sig.ident, Kind::Function, Some(&item.vis), &item.attrs, &item.sig.output);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.push(&item.sig.ident, Kind::Method, Some(&item.vis), &item.attrs, &item.sig.output);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        self.push(&item.sig.ident, Kind::Method, None, &item.attrs, &item.sig.output);
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_const(&mut self, item: &'a syn::ItemConst) {
        self.push(&item.ident, Kind::Constant, Some(&item.vis), &item.attrs, &item.ty);
    }

    fn visit_impl_item_const(&mut self, item: &'a syn::ImplItemConst) {
        self.push(&item.ident, Kind::Constant, Some(&item.vis), &item.attrs, &item.ty);
    }

    fn visit_field(&mut self, field: &'a syn::Field) {
        if let Some(name) = &field.ident {
            self.push(name, Kind::FieldOrVariant, Some(&field.vis), &field.attrs, &field.ty);
        }
    }

    fn visit_variant(&mut self, variant: &'a syn::Variant) {
        self.push(&variant.ident, Kind::FieldOrVariant, None, &variant.attrs, &variant.ident);
        visit::visit_variant(self, variant);
    }
}

#[derive(Default)]
struct Functions {
    found: Vec<Function>,
}

impl Functions {
    fn push(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let line = signature.span().start().line;
        let lines = block.span().end().line + 1 - line;
        self.found.push(Function { line, name: signature.ident.to_string(), lines });
    }
}

impl<'a> Visit<'a> for Functions {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.push(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.push(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.push(&item.sig, block);
        }
    }
}

#[derive(Default)]
struct Expects {
    lines: Vec<usize>,
}

impl<'a> Visit<'a> for Expects {
    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        // A method of our own with that name has other arguments than a text.
        if call.method == "expect"
            && let Some(syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(reason), .. })) = call.args.first()
            && reason.value().split_whitespace().count() < 3
        {
            self.lines.push(call.method.span().start().line);
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, item: &'a syn::Macro) {
        if let Ok(arguments) = item.parse_body_with(Punctuated::<syn::Expr, Token![,]>::parse_terminated) {
            arguments.iter().for_each(|argument| self.visit_expr(argument));
        }
    }
}
