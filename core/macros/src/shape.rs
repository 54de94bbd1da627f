//! `Shape` of structs: slots for all fields, which one loop of the library fills.

use crate::attributes::{Container, container, docs, expression, is_option, local, named, without_generics, written};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Data, DeriveInput, Error, Result};

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new_spanned(&input.ident, "Shape is derived for structs; for an enum of names derive Term"));
    };
    without_generics(input, "Shape")?;
    let name = &input.ident;
    let fields = named(&data.fields)?;
    let idents: Vec<_> = fields.iter().map(|(ident, _)| *ident).collect();
    let types: Vec<_> = fields.iter().map(|(_, field)| &field.ty).collect();
    let names: Vec<_> = idents.iter().map(|ident| written(ident)).collect();
    let defaults = fields.iter().map(|(_, field)| expression(field, "shape", "default")).collect::<Result<Vec<_>>>()?;
    let slots: Vec<_> = (0..fields.len()).map(|index| local(&format!("slot_{index}"))).collect();
    let (fill, faults, at) = (local("fill"), local("faults"), local("at"));
    let initial = defaults.iter().map(|default| match default {
        Some(default) => quote!(::core::option::Option::Some(#default)),
        None => quote!(::core::option::Option::None),
    });

    let schema = {
        let Container { name: schema_name, answer } = container(input)?;
        let doc = docs(&input.attrs, "\n");
        let field_docs = fields.iter().map(|(_, field)| docs(&field.attrs, "\n"));
        let fields = fields.iter().zip(&defaults);
        let may_be_missing = fields.map(|((_, field), default)| default.is_some() || (answer && is_option(&field.ty)));
        quote! {
            #[cfg(feature = "schema")]
            #[automatically_derived]
            impl ::schemars::JsonSchema for #name {
                fn schema_name() -> ::std::borrow::Cow<'static, str> {
                    #schema_name.into()
                }

                fn schema_id() -> ::std::borrow::Cow<'static, str> {
                    crate::base::shape::schema_id::<Self>(#schema_name)
                }

                #[allow(unused_variables)]
                fn json_schema(generator: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    #[allow(unused_mut)]
                    let mut object = crate::base::shape::ObjectSchema::new(#doc, #answer);
                    #(object.field::<#types>(#names, #field_docs, #may_be_missing, generator);)*
                    object.finish()
                }
            }
        }
    };
    let deserialize = deserialize(input);

    Ok(quote! {
        #[automatically_derived]
        impl #name {
            /// Has the slots of all fields filled, then makes the whole of them.
            fn filled(
                #fill: &mut dyn ::core::ops::FnMut(
                    &mut [crate::base::shape::Field<'_>],
                ) -> ::core::option::Option<()>,
            ) -> ::core::option::Option<Self> {
                #(let mut #slots: ::core::option::Option<#types> = #initial;)*
                #fill(&mut [#((#names, &mut #slots)),*])?;
                let (#(::core::option::Option::Some(#slots),)*) = (#(#slots,)*) else {
                    return ::core::option::Option::None;
                };
                ::core::option::Option::Some(Self { #(#idents: #slots),* })
            }
        }

        #[automatically_derived]
        impl crate::base::shape::Shape for #name {
            fn read(
                #at: &crate::base::shape::Cursor<'_>,
                #faults: &mut crate::base::error::Faults,
            ) -> ::core::option::Option<Self> {
                Self::filled(&mut |fields| #at.fill(fields, #faults))
            }

            fn placeholder() -> ::core::option::Option<Self> {
                Self::filled(&mut |fields| crate::base::shape::placeholder(fields))
            }
        }

        #deserialize
        #schema
    })
}

/// `Deserialize` through the reader of the type.
pub(crate) fn deserialize(input: &DeriveInput) -> TokenStream {
    let name = &input.ident;
    let life = syn::Lifetime::new("'de", proc_macro2::Span::mixed_site());
    let deserializer = format_ident!("D", span = proc_macro2::Span::mixed_site());
    quote! {
        #[automatically_derived]
        impl<#life> ::serde::Deserialize<#life> for #name {
            fn deserialize<#deserializer: ::serde::Deserializer<#life>>(
                deserializer: #deserializer,
            ) -> ::core::result::Result<Self, #deserializer::Error> {
                crate::base::shape::deserialize(deserializer)
            }
        }
    }
}
