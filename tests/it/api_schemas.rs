//! Checks responses against the API's own description: a field, a code or a status that is not described fails the test that
//! met it.

use axum::http::Method;
use jsonschema::{Draft, Validator};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Statuses that belong to an address and not to its operations.
const OF_ANY_ADDRESS: [u16; 2] = [404, 405];
/// The events with the schemas of their data.
const IN_EVENTS: [(&str, &str); 3] = [("board", "BoardView"), ("desk", "Workbench"), ("ticket", "VisitorTicket")];

/// The description, in which each schema names all the fields there are. The document itself leaves room for new ones.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let mut document: Value = serde_json::from_str(&sportello::web::openapi()).expect("the description is JSON");
    document["components"]["schemas"].as_object_mut().expect("schemas").values_mut().for_each(close_within);
    document
});
/// By the schema as text.
static VALIDATORS: LazyLock<Mutex<HashMap<String, Arc<Validator>>>> = LazyLock::new(Mutex::default);

/// Lets no field through that the schema here does not name.
fn close(schema: &mut Value) {
    close_within(schema);
    let Some(object) = schema.as_object_mut() else { return };
    if ["$ref", "properties", "allOf"].iter().any(|key| object.contains_key(*key)) {
        object.insert("unevaluatedProperties".to_owned(), json!(false));
    }
}

/// Does so for the schemas below this one, which may itself be a part of another.
fn close_within(schema: &mut Value) {
    let list = |value: Option<&mut Value>, close: fn(&mut Value)| {
        value.and_then(Value::as_array_mut).into_iter().flatten().for_each(close);
    };
    list(schema.get_mut("oneOf"), close);
    list(schema.get_mut("anyOf"), close);
    list(schema.get_mut("allOf"), close_within);
    if let Some(items) = schema.get_mut("items") {
        close(items);
    }
    for property in schema.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
        close(property.1);
    }
}

fn validator(schema: &Value) -> Arc<Validator> {
    let mut validators = VALIDATORS.lock().unwrap_or_else(PoisonError::into_inner);
    let new = || {
        let mut schema = schema.clone();
        close(&mut schema);
        // What its references are resolved in.
        schema["components"] = DOCUMENT["components"].clone();
        let options = jsonschema::options().with_draft(Draft::Draft202012).should_validate_formats(true);
        Arc::new(options.build(&schema).unwrap_or_else(|error| panic!("no schema: {error}: {schema}")))
    };
    Arc::clone(validators.entry(schema.to_string()).or_insert_with(new))
}

fn check(schema: &Value, value: &Value, what: &str) {
    let errors: Vec<String> =
        validator(schema).iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{what} is not as described: {errors:#?}\n{value:#}");
}

fn schema_of(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

/// The description of the operation at this address.
fn operation(method: &Method, path: &str) -> Option<&'static Value> {
    let paths = DOCUMENT["paths"].as_object().expect("paths");
    let segments: Vec<&str> = path.split('/').collect();
    let fits = |template: &&String| {
        let parts: Vec<&str> = template.split('/').collect();
        parts.len() == segments.len()
            && parts.iter().zip(&segments).all(|(part, segment)| part.starts_with('{') || part == segment)
    };
    // A path without a variable part goes before one with it.
    let template = paths.keys().filter(fits).min_by_key(|template| template.matches('{').count())?;
    paths[template].get(method.as_str().to_ascii_lowercase())
}

/// Checks the response to a call; pages are not looked at.
pub fn check_answer(method: &Method, path: &str, status: u16, content_type: &str, text: &str) {
    let found = operation(method, path);
    if method == Method::HEAD || !path.starts_with("/api/") && found.is_none() {
        return;
    }
    let what = format!("the response {status} to {method} {path}");
    let kind = content_type.split(';').next().unwrap_or_default();
    let json = || serde_json::from_str(text).unwrap_or_else(|error| panic!("{what} is no JSON ({error}): {text}"));
    let response = found.map_or(&Value::Null, |operation| &operation["responses"][status.to_string()]);
    if response.is_object() {
        let content = &response["content"];
        assert_eq!(content.is_null(), text.is_empty(), "{what}: {text}");
        if !content.is_null() {
            let described = content.get(kind).unwrap_or_else(|| panic!("{what} has another content type: {kind}"));
            if kind == "application/json" {
                check(&described["schema"], &json(), &what);
            }
        }
    } else if OF_ANY_ADDRESS.contains(&status) || (found.is_none() && status >= 400) {
        check(&schema_of("Refusal"), &json(), &what);
    } else {
        assert_eq!(status, 304, "{what} is not described: {text}");
    }
}

/// Checks what an event carries; keep-alives are not looked at.
pub fn check_event(name: &str, data: &Value) {
    if let Some((_, schema)) = IN_EVENTS.iter().find(|(event, _)| *event == name) {
        check(&schema_of(schema), data, &format!("an event of a {name}"));
    }
}
