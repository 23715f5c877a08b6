package org.xincheng.procedure.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What must hold of a whole history when it is over (DESIGN §6: 3, 13, 14). */
final class Closing {

    /** Those of the history first, and hashed then: not every letter of the others. */
    private static final String LETTERS = """
            with mine as materialized (
              select l.* from credit.letter l join credit.legal_case c on c.id = l.case_id where c.subject_id = any(?))
            select id::text from mine where sha256 = encode(sha256(convert_to(html, 'UTF8')), 'hex') order by 1
            """;

    private static final String MAILS = """
            with mine as materialized (select id_, proc_def_id_ from act_ru_execution where business_key_ = any(?))
            select v.text_ from mine join act_ru_variable v on v.proc_inst_id_ = mine.id_
             where v.name_ = 'letterId' and mine.proc_def_id_ like 'letter-mail:%'
            """;

    private static final String LOGGED = """
            select object || ' ' || action from audit.entry
             where object = any(?) and kind = 'COMMAND' and outcome = 'done' and split_part(action, '.', 1) = any(?)
            """;

    private static final Set<String> PROCEDURES = Set.of(
            "listing-determination",
            "objection",
            "complaint",
            "credit-repair",
            "repair-revocation",
            "correction",
            "listing-term");

    private final History history;
    private final Facts facts;

    Closing(History history) {
        this.history = history;
        this.facts = history.world().facts();
    }

    void check() {
        var numbers = history.cases().keySet();
        actsStand();
        letters();
        logged(numbers);
        history.silence();
    }

    private void actsStand() {
        var now = facts.acts(history.subjects().keySet(), List.of());
        assertThat(now.keySet())
                .as("13")
                .containsExactlyInAnyOrderElementsOf(history.cases().keySet());
        now.forEach((number, acts) -> assertThat(acts).as("13 %s", number).isEqualTo(history.acts(number)));
    }

    /** 3: a letter stays as it was issued. 14: it has its act and its mail. */
    private void letters() {
        var issued = history.invariants().letters();
        var ids = issued.keySet().stream().map(UUID::toString).toList();
        assertThat(facts.strings(LETTERS, (Object) history.subjects().keySet().toArray(UUID[]::new)))
                .as("3, 14")
                .containsExactlyInAnyOrderElementsOf(ids);
        assertThat(facts.hashes(issued.keySet())).as("3").isEqualTo(issued);
        assertThat(facts.strings(MAILS, (Object) history.cases().keySet().toArray(String[]::new)))
                .as("14")
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    /** 14: each act has its row in the log, and none has one that did not happen; who asked about a subject has one too. */
    private void logged(Collection<String> numbers) {
        var done = history.cases().values().stream()
                .flatMap(List::stream)
                .map(did -> did.number() + " " + did.what())
                .collect(Collectors.toList());
        var rows = facts.strings(LOGGED, numbers.toArray(String[]::new), PROCEDURES.toArray(String[]::new));
        assertThat(Facts.counted(rows)).as("14").isEqualTo(Facts.counted(done));
        var reads = facts.count(
                "select count(*) from audit.entry where kind = 'READ' and subject_id = any(?) and way = 'history'",
                (Object) history.subjects().keySet().toArray(UUID[]::new));
        assertThat(reads).as("14").isEqualTo(history.invariants().told().questions());
    }
}
