//! `Packed`: the fields in their order, variants by their numbers.

use crate::attributes::{entries, expression, local, once};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::collections::HashSet;
use syn::{Data, DataEnum, DeriveInput, Error, Fields, Ident, LitInt, Result, Variant, parse_quote};

pub(crate) fn derive(input: &DeriveInput) -> Result<TokenStream> {
    let name = &input.ident;
    let (pack, unpack) = match &input.data {
        Data::Struct(data) => of_struct(&data.fields)?,
        Data::Enum(data) => of_enum(name, data)?,
        Data::Union(_) => return Err(Error::new_spanned(name, "unions are not packed")),
    };
    let mut generics = input.generics.clone();
    generics.type_params_mut().for_each(|parameter| parameter.bounds.push(parse_quote!(crate::base::packed::Packed)));
    let (parameters, arguments, bounds) = generics.split_for_impl();
    let (to, from) = (local("to"), local("from"));
    Ok(quote! {
        #[automatically_derived]
        impl #parameters crate::base::packed::Packed for #name #arguments #bounds {
            fn pack(&self, #to: &mut crate::base::packed::Packer) {
                #pack
            }

            fn unpack(#from: &mut crate::base::packed::Unpacker<'_>) -> Self {
                #unpack
            }
        }
    })
}

/// A pattern that names the fields, the packing of what it names, and the values that are read.
struct Parts {
    pattern: TokenStream,
    pack: TokenStream,
    unpack: TokenStream,
}

fn parts(fields: &Fields) -> Result<Parts> {
    let (to, from) = (local("to"), local("from"));
    let mut parts = Parts { pattern: TokenStream::new(), pack: TokenStream::new(), unpack: TokenStream::new() };
    for (index, field) in fields.iter().enumerate() {
        let derived = expression(field, "packed", "derived")?;
        let bound = local(&format!("part_{index}"));
        let member = match &field.ident {
            Some(ident) => ident.into_token_stream(),
            None => syn::Index::from(index).into_token_stream(),
        };
        match derived {
            Some(value) => {
                parts.pattern.extend(quote!(#member: _,));
                parts.unpack.extend(quote!(#member: #value,));
            }
            None => {
                parts.pattern.extend(quote!(#member: #bound,));
                parts.pack.extend(quote!(crate::base::packed::Packed::pack(#bound, #to);));
                parts.unpack.extend(quote!(#member: crate::base::packed::Packed::unpack(#from),));
            }
        }
    }
    Ok(parts)
}

fn of_struct(fields: &Fields) -> Result<(TokenStream, TokenStream)> {
    let Parts { pattern, pack, unpack } = parts(fields)?;
    Ok((quote!(let Self { #pattern } = self; #pack), quote!(Self { #unpack })))
}

fn of_enum(name: &Ident, data: &DataEnum) -> Result<(TokenStream, TokenStream)> {
    let (to, from) = (local("to"), local("from"));
    let mut known = HashSet::new();
    let mut blank = None;
    let (mut pack, mut unpack) = (TokenStream::new(), TokenStream::new());
    for (index, variant) in data.variants.iter().enumerate() {
        let (tag, written) = tag(index, variant)?;
        if !known.insert(tag) {
            return Err(Error::new_spanned(written, format!("another variant has the number {tag}")));
        }
        let ident = &variant.ident;
        let Parts { pattern, pack: fields, unpack: values } = parts(&variant.fields)?;
        pack.extend(quote! {
            Self::#ident { #pattern } => {
                crate::base::packed::Packed::pack(&#tag, #to);
                #fields
            }
        });
        if tag == 0 {
            if variant.fields.iter().any(|field| mentions(field.ty.to_token_stream(), name)) {
                return Err(Error::new_spanned(variant, "the variant 0 must not contain the enum again"));
            }
            blank = Some(quote!(Self::#ident { #values }));
        } else {
            unpack.extend(quote!(#tag => Self::#ident { #values },));
        }
    }
    let Some(blank) = blank else {
        return Err(Error::new_spanned(name, "one variant must have the number 0"));
    };
    let (variant, other) = (local("variant"), local("other"));
    let unpack = quote! {
        let #variant = match #from.variant() {
            #unpack
            #other => {
                #from.or((#other == 0).then_some(()), ());
                #blank
            }
        };
        #from.variant_read();
        #variant
    };
    Ok((quote!(match self { #pack }), unpack))
}

/// The number of a variant, and what says it.
fn tag(index: usize, variant: &Variant) -> Result<(i64, TokenStream)> {
    let mut tag = None;
    entries(&variant.attrs, "packed", |meta| {
        if !meta.path.is_ident("tag") {
            return Err(meta.error("a variant knows `tag = NUMBER` here"));
        }
        let number: LitInt = meta.value()?.parse()?;
        once(&mut tag, (number.base10_parse()?, number.into_token_stream()), meta)
    })?;
    match tag {
        Some(tag) => Ok(tag),
        None => {
            let index = i64::try_from(index).map_err(|_| Error::new_spanned(variant, "too many variants"))?;
            Ok((index, variant.into_token_stream()))
        }
    }
}

fn mentions(tokens: TokenStream, name: &Ident) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name || ident == "Self",
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
