//! Tests of `graph`.

use super::*;
use proptest::prelude::*;

/// The longest paths, the nodes on cycles, and the graph itself.
fn look(links: &[&[usize]]) -> (Vec<Option<usize>>, Vec<usize>, Graph) {
    let next = |index: usize| links[index].to_vec();
    let graph = Graph::new(links.len(), next);
    (longest_paths(links.len(), next), graph.cyclic(), graph)
}

#[test]
fn paths_end_unless_they_lead_into_a_cycle() {
    let (paths, cyclic, _) = look(&[&[2, 1], &[2], &[], &[4], &[3], &[3, 2], &[6], &[0, 0, 9]]);
    assert_eq!(paths, [Some(2), Some(1), Some(0), None, None, None, None, Some(3)]);
    assert_eq!(cyclic, [3, 4, 6]);
}

#[test]
fn of_equally_short_paths_the_first_link_decides() {
    let (_, _, graph) = look(&[&[2, 1], &[3], &[3], &[0, 9], &[]]);
    assert_eq!(graph.shortest_path(0, 3), Some(vec![0, 2, 3]));
    assert_eq!(graph.shortest_path(1, 1), Some(vec![1]));
    assert_eq!(graph.shortest_path(0, 4), None);
}

#[test]
fn a_removed_node_has_no_links() {
    let (_, cyclic, mut graph) = look(&[&[1, 1], &[2], &[0]]);
    assert_eq!(cyclic, [0, 1, 2]);
    graph.cut(0);
    assert!(graph.cyclic().is_empty());
    assert!(!graph.is_cyclic(0));
}

#[test]
fn a_long_chain_needs_no_stack() {
    let count = 200_000;
    let next = |index| [index + 1];
    assert_eq!(longest_paths(count, next).first(), Some(&Some(count - 1)));
    assert!(Graph::new(count, next).cyclic().is_empty());
}

proptest! {
    /// Compares with the transitive closure of the links.
    #[test]
    fn cycles_are_found(links in prop::collection::vec(prop::collection::vec(0_usize..8, 0..4), 1..8)) {
        let count = links.len();
        let mut leads: Vec<Vec<bool>> =
            links.iter().map(|next| (0..count).map(|to| next.contains(&to)).collect()).collect();
        for over in 0..count {
            let further = leads[over].clone();
            for from in leads.iter_mut().filter(|from| from[over]) {
                from.iter_mut().zip(&further).for_each(|(to, leads)| *to |= leads);
            }
        }
        let on_cycle: Vec<usize> = (0..count).filter(|one| leads[*one][*one]).collect();
        let (paths, cyclic, graph) = look(&links.iter().map(Vec::as_slice).collect::<Vec<_>>());
        prop_assert_eq!(&cyclic, &on_cycle);
        for one in 0..count {
            prop_assert_eq!(graph.is_cyclic(one), on_cycle.contains(&one));
            prop_assert_eq!(paths[one].is_none(), on_cycle.iter().any(|on| *on == one || leads[one][*on]));
            let next = links[one].iter().filter(|to| **to < count).map(|to| paths[*to].map(|path| path + 1));
            let longest = next.collect::<Option<Vec<_>>>().map(|paths| paths.into_iter().max().unwrap_or(0));
            prop_assert_eq!(paths[one], longest);
            for (to, leads) in leads[one].iter().enumerate() {
                prop_assert_eq!(graph.shortest_path(one, to).is_some(), one == to || *leads);
            }
        }
    }
}
