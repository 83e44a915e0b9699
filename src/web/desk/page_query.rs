//! What a workbench page was asked to show beside the usual: whole lists, a number that is searched for.

use crate::web::http::form::Fields;
use axum::http::{HeaderMap, Uri, header};

/// The query of a workbench's address.
#[derive(Default)]
pub(in crate::web) struct PageQuery {
    /// The number that is searched for; empty text for none typed.
    pub(in crate::web) find: Option<String>,
    /// Whether lists are shown to their end.
    pub(in crate::web) is_whole: bool,
    /// Whether a call has just found no ticket to call.
    pub(in crate::web) is_none_to_call: bool,
}

impl PageQuery {
    pub(in crate::web) fn of(uri: &Uri) -> PageQuery {
        let query = Fields::of_query(uri);
        PageQuery {
            find: query.get("find").map(str::to_owned),
            is_whole: query.get("all").is_some(),
            is_none_to_call: query.get("none").is_some(),
        }
    }

    /// What the page from which a form was sent goes on to show: its lists, but no search any more.
    pub(in crate::web) fn of_form(headers: &HeaderMap) -> PageQuery {
        let page = headers.get(header::REFERER).and_then(|page| page.to_str().ok()?.parse::<Uri>().ok());
        let is_whole = page.is_some_and(|page| PageQuery::of(&page).is_whole);
        PageQuery { is_whole, ..PageQuery::default() }
    }

    /// The page's address after `/desk/8`, without what is true for one moment only.
    pub(in crate::web) fn to_text(&self) -> String {
        let is_plain = |sign: &char| sign.is_ascii_alphanumeric();
        let find = self.find.as_ref().map(|find| format!("find={}", find.chars().filter(is_plain).collect::<String>()));
        let all = self.is_whole.then(|| "all=1".to_owned());
        let parts: Vec<String> = find.into_iter().chain(all).collect();
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }
}
