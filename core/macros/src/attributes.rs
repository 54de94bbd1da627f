//! What the attributes of the derives say.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::meta::ParseNestedMeta;
use syn::{Attribute, DeriveInput, Error, Expr, Field, Fields, LitStr, Meta, Result, Type};

/// Calls `each` for every entry of the attributes of one name.
pub(crate) fn entries(
    attributes: &[Attribute],
    name: &str,
    mut each: impl FnMut(&ParseNestedMeta<'_>) -> Result<()>,
) -> Result<()> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident(name))
        .try_for_each(|attribute| attribute.parse_nested_meta(|meta| each(&meta)))
}

/// Sets what may be said once.
pub(crate) fn once<T>(slot: &mut Option<T>, value: T, meta: &ParseNestedMeta<'_>) -> Result<()> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(meta.error("this is said twice")),
    }
}

/// The only entry that the attribute `name` of a field may have, `key` or `key = EXPRESSION`: an expression.
pub(crate) fn expression(field: &Field, name: &str, key: &str) -> Result<Option<TokenStream>> {
    let mut expression = None;
    entries(&field.attrs, name, |meta| {
        if !meta.path.is_ident(key) {
            return Err(meta.error(format!("a field knows `{key}` and `{key} = EXPRESSION` here")));
        }
        let value = match meta.input.peek(syn::Token![=]) {
            true => meta.value()?.parse::<Expr>()?.into_token_stream(),
            false => quote!(::core::default::Default::default()),
        };
        once(&mut expression, value, meta)
    })?;
    Ok(expression)
}

/// What `#[shape(…)]` says of a whole type.
pub(crate) struct Container {
    /// The name in JSON Schema: that of the item, or the one written in `name = "…"`.
    pub(crate) name: String,
    /// Whether it is only an answer.
    pub(crate) answer: bool,
}

pub(crate) fn container(input: &DeriveInput) -> Result<Container> {
    let (mut name, mut answer) = (None, None);
    entries(&input.attrs, "shape", |meta| match meta.path.get_ident().map(ToString::to_string).as_deref() {
        Some("name") => once(&mut name, meta.value()?.parse::<LitStr>()?.value(), meta),
        Some("answer") => once(&mut answer, (), meta),
        _ => Err(meta.error("a type knows `name = \"…\"` and `answer` here")),
    })?;
    Ok(Container { name: name.unwrap_or_else(|| input.ident.to_string()), answer: answer.is_some() })
}

/// Whether a type is written as an `Option`.
pub(crate) fn is_option(of: &Type) -> bool {
    matches!(of, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == "Option"))
}

/// The lines of a doc comment as one text, with `end` after each.
pub(crate) fn docs(attributes: &[Attribute], end: &str) -> TokenStream {
    let lines = attributes.iter().filter(|attribute| attribute.path().is_ident("doc"));
    let lines = lines.filter_map(|attribute| match &attribute.meta {
        Meta::NameValue(line) => Some(&line.value),
        Meta::Path(_) | Meta::List(_) => None,
    });
    quote!(::core::concat!(#(#lines, #end),*))
}

/// Fields with names, or a fault.
pub(crate) fn named(fields: &Fields) -> Result<Vec<(&Ident, &Field)>> {
    match fields {
        Fields::Named(fields) => {
            Ok(fields.named.iter().filter_map(|field| Some((field.ident.as_ref()?, field))).collect())
        }
        Fields::Unnamed(_) | Fields::Unit => Err(Error::new_spanned(fields, "fields need names here")),
    }
}

/// No type may have parameters where `derive` is asked for.
pub(crate) fn without_generics(input: &DeriveInput, derive: &str) -> Result<()> {
    match input.generics.params.is_empty() {
        true => Ok(()),
        false => Err(Error::new_spanned(&input.generics, format!("{derive} is not derived for types with parameters"))),
    }
}

/// A name that no name of the caller can meet.
pub(crate) fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The name of a field without `r#`, as documents write it.
pub(crate) fn written(ident: &Ident) -> String {
    let name = ident.to_string();
    name.strip_prefix("r#").map_or_else(|| name.clone(), str::to_owned)
}
