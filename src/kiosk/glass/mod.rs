//! Screen → Slint, Slint → Input. The only place that names what is generated from `ui/kiosk/`.
//!
//! Promises: what is shown equals the [`Screen`] given last; what is the same as before is left alone, so that a finger on
//! a tile does not lose it. It keeps no state of its own beyond that, and decides nothing.

mod data;

use super::pictures::{self, Pictures};
use super::screen::{Body, Place, Screen};
use super::session::Input;
use super::{GlassError, models::Model};
use crate::domain::tally::taps::Tap;
use crate::domain::{LanguageTag, NeedCode};
use data::{colour, heading, menu, message, note, place, slip_state, text, tile};
use slint::{ComponentHandle, Global, PhysicalSize, Rgba8Pixel, SharedPixelBuffer, SharedString};
use std::cell::RefCell;
use std::rc::Rc;

#[allow(clippy::all, clippy::pedantic, clippy::restriction, unused, reason = "Slint writes this")]
#[allow(missing_docs, unsafe_code, unused_qualifications, reason = "as above")]
mod generated {
    slint::include_modules!();
}

use generated::{Kiosk, Page, Words};

/// The window as Slint makes it, for tests that look for its elements.
pub type Window = generated::App;

/// The glass: a window that shows screens and tells what is touched.
pub struct Glass {
    window: Window,
    models: Models,
    shown: RefCell<Option<Screen>>,
}

/// The lists that Slint draws, kept so that an equal row is left alone.
struct Models {
    tiles: Model<generated::TileData>,
    needs: Model<generated::HeadingData>,
    code_signs: Model<SharedString>,
    code_keys: Model<SharedString>,
    places: Model<generated::PlaceData>,
    places_in_row: Model<generated::PlaceData>,
    bring: Model<SharedString>,
}

impl Glass {
    /// A window, not shown yet, of this size in pixels; full-screen size is found out once it is shown.
    pub fn new(size: Option<(u32, u32)>) -> Result<Glass, GlassError> {
        let window = Window::new().map_err(|error| GlassError::NoDisplay(error.to_string()))?;
        if let Some((width, height)) = size {
            window.window().set_size(PhysicalSize::new(width, height));
        }
        let models = Models {
            tiles: Model::new(),
            needs: Model::new(),
            code_signs: Model::new(),
            code_keys: Model::new(),
            places: Model::new(),
            places_in_row: Model::new(),
            bring: Model::new(),
        };
        let kiosk = Kiosk::get(&window);
        kiosk.set_tiles(models.tiles.handle());
        kiosk.set_needs(models.needs.handle());
        kiosk.set_code_signs(models.code_signs.handle());
        kiosk.set_code_keys(models.code_keys.handle());
        kiosk.set_places(models.places.handle());
        kiosk.set_places_in_row(models.places_in_row.handle());
        let pictures = Rc::new(Pictures::default());
        kiosk.on_pictogram(move |name| pictures.pictogram(&name));
        let glass = Glass { window, models, shown: RefCell::new(None) };
        glass.fit();
        Ok(glass)
    }

    /// Tells every touch to `tell`.
    pub fn connect(&self, tell: impl Fn(Input) + 'static) {
        let kiosk = Kiosk::get(&self.window);
        let tell = Rc::new(tell);
        let teller = |input: Input| {
            let tell = Rc::clone(&tell);
            move || tell(input.clone())
        };
        kiosk.on_touched(teller(Input::Touched));
        kiosk.on_sooner(teller(Input::Sooner));
        kiosk.on_add_need(teller(Input::AddNeed));
        kiosk.on_confirmed(teller(Input::Confirmed));
        kiosk.on_open_appointment(teller(Input::OpenAppointment));
        kiosk.on_erase(teller(Input::Erase));
        kiosk.on_check_in(teller(Input::CheckIn));
        kiosk.on_print_note(teller(Input::PrintNote));
        kiosk.on_understood(teller(Input::Understood));
        kiosk.on_done(teller(Input::Done));
        kiosk.on_skipped(teller(Input::Skipped));
        kiosk.on_leave(teller(Input::Leave));
        kiosk.on_leave_for_sure(teller(Input::LeaveForSure));
        kiosk.on_try_again(teller(Input::TryAgain));
        kiosk.on_back(teller(Input::Back));
        kiosk.on_home(teller(Input::Home));
        kiosk.on_open_languages(teller(Input::OpenLanguages));
        kiosk.on_no_language(teller(Input::NoLanguage));
        let to_language = Rc::clone(&tell);
        kiosk.on_chose_language(move |tag| {
            if let Ok(tag) = LanguageTag::parse(&tag) {
                to_language(Input::ChoseLanguage(tag));
            }
        });
        let to_counts = Rc::clone(&tell);
        kiosk.on_told(move |id| {
            if let Some(tap) = id.split_once(' ').and_then(|(topic, answer)| Tap::parse(topic, answer)) {
                to_counts(Input::Told(tap));
            }
        });
        let to_code = Rc::clone(&tell);
        kiosk.on_sign(move |sign| sign.chars().for_each(|sign| to_code(Input::Sign(sign))));
        kiosk.on_chose_need(move |code| {
            if let Ok(code) = NeedCode::parse(&code) {
                tell(Input::ChoseNeed(code));
            }
        });
    }

    /// Calls `wake` whenever the loop is woken by [`Glass::wake`].
    pub fn on_woken(&self, wake: impl Fn() + 'static) {
        Kiosk::get(&self.window).on_woken(wake);
    }

    /// Wakes the loop, from any thread; without a loop, nothing happens.
    pub fn wake(window: &slint::Weak<Window>) {
        // It fails only when there is no loop, and then nobody waits for it.
        let _ = window.upgrade_in_event_loop(|window| Kiosk::get(&window).invoke_woken());
    }

    /// Fits everything to the window's size: cheap when it has not changed.
    pub fn fit(&self) {
        let size = self.window.window().size().to_logical(self.window.window().scale_factor());
        if size.width < 1.0 || size.height < 1.0 {
            return;
        }
        let is_landscape = size.width > size.height;
        let (width, height) = if is_landscape { (1920.0, 1080.0) } else { (1080.0, 1920.0) };
        let kiosk = Kiosk::get(&self.window);
        kiosk.set_is_landscape(is_landscape);
        kiosk.set_scale((size.width / width).min(size.height / height));
    }

    /// Puts a screen on the glass.
    pub fn show(&self, screen: &Screen) {
        let mut shown = self.shown.borrow_mut();
        if shown.as_ref() == Some(screen) {
            return;
        }
        let words = Words::get(&self.window);
        words.set_is_right_to_left(screen.direction.is_right_to_left());
        words.set_family(text(&screen.family));
        words.set_type_scale(screen.type_setting.scale);
        words.set_line_height(screen.type_setting.line_height);
        self.show_frame(screen);
        if shown.as_ref().is_none_or(|before| before.body != screen.body || before.language != screen.language) {
            self.show_body(&screen.body, shown.as_ref().map(|before| &before.body));
        }
        *shown = Some(screen.clone());
    }

    /// What is on the glass now, as pixels: width, height, and red, green, blue, alpha for each.
    pub fn snapshot(&self) -> Result<SharedPixelBuffer<Rgba8Pixel>, GlassError> {
        self.window.window().take_snapshot().map_err(|error| GlassError::NoDisplay(error.to_string()))
    }

    /// The window, for the driver and for tests.
    pub fn window(&self) -> &Window {
        &self.window
    }

    fn show_frame(&self, screen: &Screen) {
        let kiosk = Kiosk::get(&self.window);
        let header = &screen.header;
        kiosk.set_header(generated::HeaderData {
            site_name: text(&header.site_name),
            clock: text(&header.clock),
            language: text(header.language.as_deref().unwrap_or_default()),
            language_label: text(&header.language_label),
            notice: text(header.notice.as_deref().unwrap_or_default()),
        });
        kiosk.set_footer(generated::FooterData {
            back: text(screen.footer.back.as_deref().unwrap_or_default()),
            home: text(screen.footer.home.as_deref().unwrap_or_default()),
            leave: text(screen.footer.leave.as_deref().unwrap_or_default()),
        });
        kiosk.set_is_warning(screen.warning.is_some());
        if let Some(warning) = &screen.warning {
            kiosk.set_warning(generated::WarningData {
                title: text(&warning.title),
                text: text(&warning.text),
                left: warning.left,
                stay: text(&warning.stay),
                leave: text(&warning.leave),
            });
        }
    }

    fn show_body(&self, body: &Body, before: Option<&Body>) {
        let kiosk = Kiosk::get(&self.window);
        match body {
            Body::Languages(languages) => {
                kiosk.set_menu(generated::MenuData {
                    greeting: text(&languages.greeting),
                    missing: text(&languages.missing),
                    ..menu(&languages.title, None, &languages.tiles)
                });
                self.models.tiles.set(languages.tiles.iter().map(tile));
                kiosk.set_page(Page::Languages);
            }
            Body::Needs(needs) => {
                kiosk.set_menu(generated::MenuData {
                    appointment: text(needs.appointment.as_deref().unwrap_or_default()),
                    ..menu(&needs.title, needs.chosen.as_ref(), &needs.tiles)
                });
                self.models.tiles.set(needs.tiles.iter().map(tile));
                kiosk.set_page(Page::Needs);
            }
            Body::Confirm(confirmation) => {
                self.models.needs.set(confirmation.needs.iter().map(heading));
                let sooner = confirmation.sooner.as_ref();
                kiosk.set_confirmation(generated::ConfirmationData {
                    waiting: text(&confirmation.waiting),
                    wait: text(&confirmation.wait),
                    sooner: text(sooner.map(|choice| choice.label.as_str()).unwrap_or_default()),
                    sooner_note: text(sooner.map(|choice| choice.note.as_str()).unwrap_or_default()),
                    is_sooner: sooner.is_some_and(|choice| choice.is_chosen),
                    more: text(confirmation.more.as_deref().unwrap_or_default()),
                    act: text(&confirmation.act),
                });
                self.show_places(&confirmation.places);
                self.show_bring(&confirmation.bring_title, &confirmation.bring);
                kiosk.set_page(Page::Confirm);
            }
            Body::Person(direct) => {
                kiosk.set_need(heading(&direct.need));
                self.show_places(std::slice::from_ref(&direct.place));
                kiosk.set_message(message(&direct.title, &direct.text, &direct.act));
                kiosk.set_page(Page::Person);
            }
            Body::Closed(closed) => {
                kiosk.set_need(heading(&closed.need));
                kiosk.set_message(generated::MessageData {
                    detail: text(&closed.gloss),
                    next: text(&closed.next),
                    help: text(&closed.help),
                    ..message(&closed.title, &closed.institution, &closed.act)
                });
                kiosk.set_note(note(&closed.note));
                kiosk.set_page(Page::Closed);
            }
            Body::Code(code) => {
                kiosk.set_code(generated::CodeData {
                    title: text(&code.title),
                    erase: text(&code.erase),
                    trouble: text(&code.trouble),
                    act: text(code.act.as_deref().unwrap_or_default()),
                });
                self.models.code_signs.set(code.signs.iter().map(|sign| text(sign)));
                self.models.code_keys.set(code.keys.iter().map(|key| text(key)));
                kiosk.set_page(Page::Code);
            }
            Body::Count(count) => {
                kiosk.set_menu(menu(&count.title, None, &count.tiles));
                kiosk.set_message(generated::MessageData {
                    help: text(&count.skip),
                    ..message(&count.invite, &count.note, "")
                });
                self.models.tiles.set(count.tiles.iter().map(tile));
                kiosk.set_page(Page::Count);
            }
            Body::Leaving(leaving) => {
                kiosk.set_message(generated::MessageData {
                    help: text(&leaving.no),
                    detail: text(&leaving.number),
                    ..message(&leaving.title, &leaving.text, leaving.yes.as_deref().unwrap_or_default())
                });
                kiosk.set_page(Page::Leaving);
            }
            Body::Waiting(waiting) => {
                kiosk.set_need(heading(&waiting.need));
                kiosk.set_message(message("", &waiting.text, ""));
                kiosk.set_page(Page::Waiting);
            }
            Body::Trouble(trouble) => {
                kiosk.set_message(generated::MessageData {
                    help: text(&trouble.help),
                    ..message(&trouble.title, &trouble.text, trouble.act.as_deref().unwrap_or_default())
                });
                kiosk.set_page(Page::Trouble);
            }
            Body::Number(number) => {
                let same_address = matches!(before, Some(Body::Number(old)) if old.address == number.address);
                let address = if same_address {
                    kiosk.get_number().address
                } else {
                    pictures::qr_code(&number.address).unwrap_or_default()
                };
                kiosk.set_number(generated::NumberData {
                    title: text(&number.title),
                    number: text(&number.number),
                    colour: colour(number.colour),
                    then: text(&number.then),
                    ahead: text(&number.ahead),
                    wait: text(&number.wait),
                    slip: slip_state(number.slip),
                    slip_text: text(&number.slip_text),
                    address,
                    address_text: text(&number.address_text),
                    act: text(&number.act),
                });
                self.show_places(std::slice::from_ref(&number.place));
                self.show_bring(&number.bring_title, &number.bring);
                kiosk.set_page(Page::Number);
            }
        }
    }

    fn show_places(&self, places: &[Place]) {
        self.models.places.set(places.iter().map(place));
        if Words::get(&self.window).get_is_right_to_left() {
            self.models.places_in_row.set(places.iter().rev().map(place));
        } else {
            self.models.places_in_row.set(places.iter().map(place));
        }
    }

    fn show_bring(&self, title: &str, lines: &[String]) {
        let models = &self.models;
        models.bring.set(lines.iter().map(|line| text(line)));
        let bring = generated::BringData {
            title: text(title),
            lines: models.bring.handle(),
            joined: text(&lines.join("  ·  ")),
        };
        Kiosk::get(&self.window).set_bring(bring);
    }
}
