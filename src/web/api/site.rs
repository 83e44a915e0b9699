//! `GET /api/v1/site`: the institutions, needs, services and desks, in the reader's language.

use crate::domain::{Desk, Institution, Leads, Need, Presence, Service, Site};
use crate::locale::Translator;
use crate::web::http::reader::Reader;
use crate::web::shared::Web;
use axum::Json;
use axum::extract::State;
use serde::Serialize;

/// The site in one language.
#[derive(Serialize)]
pub(in crate::web) struct SitePicture {
    name: String,
    language: String,
    languages: Vec<LanguagePicture>,
    institutions: Vec<InstitutionPicture>,
    needs: Vec<NeedPicture>,
    services: Vec<ServicePicture>,
    desks: Vec<DeskPicture>,
    hours: Vec<HoursPicture>,
}

#[derive(Serialize)]
struct LanguagePicture {
    tag: String,
    name: String,
    direction: &'static str,
}

#[derive(Serialize)]
struct InstitutionPicture {
    code: String,
    name: String,
    gloss: String,
    letter: char,
    colour: String,
    is_here: bool,
}

#[derive(Serialize)]
struct NeedPicture {
    code: String,
    label: String,
    icon: String,
    colour: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needs: Vec<NeedPicture>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    services: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    bring: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    person_at: Option<u16>,
}

#[derive(Serialize)]
struct ServicePicture {
    code: String,
    institution: String,
    label: String,
    letter: char,
    minutes: u16,
    desks: Vec<u16>,
}

#[derive(Serialize)]
struct DeskPicture {
    number: u16,
    room: String,
    services: Vec<String>,
    languages: Vec<String>,
}

/// When an institution is here; `weekly` is `null` when it always is.
#[derive(Serialize)]
struct HoursPicture {
    institution: String,
    weekly: Option<Vec<StretchPicture>>,
}

#[derive(Serialize)]
struct StretchPicture {
    weekday: i8,
    from: String,
    to: String,
}

/// `GET /api/v1/site?lang=TAG`.
pub(in crate::web) async fn get(State(web): State<Web>, Reader(reader): Reader) -> Json<SitePicture> {
    let site = web.site();
    let translator = web.translator(&reader);
    let local = web.local_now();
    let languages = site.languages().iter().filter_map(|tag| web.locales.language(tag));
    Json(SitePicture {
        name: translator.pick(site.name()).to_owned(),
        language: translator.tag().to_string(),
        languages: languages
            .map(|language| LanguagePicture {
                tag: language.tag.to_string(),
                name: language.endonym.clone(),
                direction: language.direction.html(),
            })
            .collect(),
        institutions: site
            .institutions()
            .iter()
            .map(|it| institution(it, site.is_here(it, local), translator))
            .collect(),
        needs: site.needs().iter().map(|it| need(it, translator)).collect(),
        services: site.services().iter().map(|it| service(&site, it, translator)).collect(),
        desks: site.desks().iter().map(|it| desk(it, translator)).collect(),
        hours: site.institutions().iter().map(hours).collect(),
    })
}

fn institution(institution: &Institution, is_here: bool, translator: Translator<'_>) -> InstitutionPicture {
    InstitutionPicture {
        code: institution.code.to_string(),
        name: institution.name.clone(),
        gloss: translator.pick(&institution.gloss).to_owned(),
        letter: institution.letter.as_char(),
        colour: institution.colour.css(),
        is_here,
    }
}

fn need(of: &Need, translator: Translator<'_>) -> NeedPicture {
    NeedPicture {
        code: of.code.to_string(),
        label: translator.pick(&of.label).to_owned(),
        icon: of.pictogram.clone(),
        colour: of.colour.css(),
        needs: of.menu().iter().map(|below| need(below, translator)).collect(),
        services: of.services().iter().map(ToString::to_string).collect(),
        bring: of.bring().iter().map(|line| translator.pick(line).to_owned()).collect(),
        person_at: match of.leads() {
            Some(Leads::Person { desk }) => Some(desk.0),
            _ => None,
        },
    }
}

fn service(site: &Site, service: &Service, translator: Translator<'_>) -> ServicePicture {
    ServicePicture {
        code: service.code.to_string(),
        institution: service.institution.to_string(),
        label: translator.pick(&service.label).to_owned(),
        letter: service.letter.as_char(),
        minutes: service.minutes,
        desks: site.desks_for(&service.code).map(|desk| desk.number.0).collect(),
    }
}

fn desk(desk: &Desk, translator: Translator<'_>) -> DeskPicture {
    DeskPicture {
        number: desk.number.0,
        room: translator.pick(&desk.room).to_owned(),
        services: desk.services.iter().map(ToString::to_string).collect(),
        languages: desk.languages.iter().map(ToString::to_string).collect(),
    }
}

fn hours(institution: &Institution) -> HoursPicture {
    let clock = |time: jiff::civil::Time| format!("{:02}:{:02}", time.hour(), time.minute());
    let weekly = match &institution.presence {
        Presence::Always => None,
        Presence::Weekly(stretches) => Some(stretches.iter().map(|stretch| StretchPicture {
            weekday: stretch.weekday.to_monday_one_offset(),
            from: clock(stretch.from),
            to: if stretch.to == jiff::civil::Time::midnight() { "24:00".to_owned() } else { clock(stretch.to) },
        })),
    };
    HoursPicture { institution: institution.code.to_string(), weekly: weekly.map(Iterator::collect) }
}
