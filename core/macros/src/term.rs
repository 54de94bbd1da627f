//! `Term` of enums without fields: a closed set of names.

use crate::attributes::{Container, container, docs, without_generics};
use crate::shape::deserialize;
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::HashSet;
use syn::parse::{Parse, ParseStream};
use syn::{Data, DeriveInput, Error, Fields, Ident, LitStr, Result, Token, Variant};

/// `"name"`, or `"name", vi = "…", en = "…"`.
struct Written {
    name: LitStr,
    words: Option<(LitStr, LitStr)>,
}

impl Parse for Written {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let name = input.parse()?;
        let (mut vi, mut en) = (None, None);
        let mut last = input.span();
        while !input.is_empty() {
            input.parse::<Token![,]>()?;
            if input.is_empty() {
                break;
            }
            let language: Ident = input.parse()?;
            last = language.span();
            input.parse::<Token![=]>()?;
            let slot = match language.to_string().as_str() {
                "vi" => &mut vi,
                "en" => &mut en,
                _ => return Err(Error::new(last, "a term has words in `vi` and in `en`")),
            };
            if slot.replace(input.parse()?).is_some() {
                return Err(Error::new(last, "this is said twice"));
            }
        }
        match (vi, en) {
            (Some(vi), Some(en)) => Ok(Self { name, words: Some((vi, en)) }),
            (None, None) => Ok(Self { name, words: None }),
            _ => Err(Error::new(last, "words are needed in both languages, `vi` and `en`")),
        }
    }
}

fn written(variant: &Variant) -> Result<Written> {
    if !matches!(variant.fields, Fields::Unit) {
        return Err(Error::new_spanned(&variant.fields, "a term has no fields"));
    }
    if let Some((_, number)) = &variant.discriminant {
        return Err(Error::new_spanned(number, "the order of the terms is their number"));
    }
    let mut attributes = variant.attrs.iter().filter(|attribute| attribute.path().is_ident("term"));
    let Some(attribute) = attributes.next() else {
        return Err(Error::new_spanned(variant, "how is it written? Add `#[term(\"…\")]`"));
    };
    match attributes.next() {
        None => attribute.parse_args(),
        Some(second) => Err(Error::new_spanned(second, "a term is written in one way")),
    }
}

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Enum(data) = &input.data else {
        return Err(Error::new_spanned(&input.ident, "Term is derived for enums"));
    };
    without_generics(input, "Term")?;
    let terms = data.variants.iter().map(written).collect::<Result<Vec<_>>>()?;
    let mut seen = HashSet::new();
    if let Some(twice) = terms.iter().find(|term| !seen.insert(term.name.value())) {
        return Err(Error::new_spanned(&twice.name, "another term is written like this"));
    }
    let variants: Vec<_> = data.variants.iter().map(|variant| &variant.ident).collect();
    let Some(first) = variants.first() else {
        return Err(Error::new_spanned(&input.ident, "a set of terms has at least one"));
    };
    let names: Vec<_> = terms.iter().map(|term| &term.name).collect();
    let (name, visibility) = (&input.ident, &input.vis);
    let words = words(input, &variants, &terms)?;
    let schema = schema(input, data.variants.iter(), &names)?;
    let deserialize = deserialize(input);

    Ok(quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #name {
            /// Every term, with its name.
            #visibility const ALL: &'static [(&'static str, Self)] = &[#((#names, Self::#variants)),*];

            /// The name of the term.
            #visibility const fn as_str(self) -> &'static str {
                match self { #(Self::#variants => #names),* }
            }

            /// The term of a name.
            #visibility fn from_name(name: &str) -> ::core::option::Option<Self> {
                Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, term)| *term)
            }

            #words
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl ::serde::Serialize for #name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        #[automatically_derived]
        impl crate::base::shape::Shape for #name {
            fn read(
                at: &crate::base::shape::Cursor<'_>,
                faults: &mut crate::base::error::Faults,
            ) -> ::core::option::Option<Self> {
                at.term(Self::ALL, faults)
            }
        }

        #[automatically_derived]
        impl crate::base::shape::Key for #name {
            fn from_key(key: &str) -> ::core::option::Option<Self> {
                Self::from_name(key)
            }

            fn terms() -> &'static [&'static str] {
                &[#(#names),*]
            }
        }

        #[automatically_derived]
        impl crate::base::packed::Packed for #name {
            fn pack(&self, to: &mut crate::base::packed::Packer) {
                // The terms are listed in the order of the variants, which have no numbers of their own.
                crate::base::packed::Packed::pack(&(*self as usize), to);
            }

            fn unpack(from: &mut crate::base::packed::Unpacker<'_>) -> Self {
                from.term(Self::ALL, Self::#first)
            }
        }

        #deserialize
        #schema
    })
}

/// `words`, where the variants have them: apart from the names, so that a build that shows nobody anything has none.
fn words(input: &DeriveInput, variants: &[&Ident], terms: &[Written]) -> Result<TokenStream> {
    if terms.iter().all(|term| term.words.is_none()) {
        return Ok(TokenStream::new());
    }
    let words = terms.iter().map(|term| {
        let missing = || Error::new_spanned(&term.name, "other terms have words; this one needs `vi` and `en` too");
        term.words.as_ref().ok_or_else(missing)
    });
    let (vi, en): (Vec<_>, Vec<_>) = words.collect::<Result<Vec<_>>>()?.into_iter().map(|(vi, en)| (vi, en)).unzip();
    let visibility = &input.vis;
    Ok(quote! {
        /// What people call it.
        #visibility fn words(self) -> crate::base::text::Text {
            let (vi, en) = match self { #(Self::#variants => (#vi, #en)),* };
            crate::base::text::Text::new(vi, en)
        }
    })
}

fn schema<'a>(
    input: &DeriveInput,
    variants: impl Iterator<Item = &'a Variant>,
    names: &[&LitStr],
) -> Result<TokenStream> {
    let name = &input.ident;
    let Container { name: schema_name, answer } = container(input)?;
    if answer {
        return Err(Error::new_spanned(name, "a term has the same schema in requests and in answers"));
    }
    let doc = docs(&input.attrs, "\n");
    let term_docs = variants.map(|variant| docs(&variant.attrs, " "));
    Ok(quote! {
        #[cfg(feature = "schema")]
        #[automatically_derived]
        impl ::schemars::JsonSchema for #name {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                #schema_name.into()
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                crate::base::shape::schema_id::<Self>(#schema_name)
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                crate::base::shape::term_schema(#doc, &[#((#names, #term_docs)),*])
            }
        }
    })
}
