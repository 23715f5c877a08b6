package org.xincheng.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xincheng.credit.subject.NewSubject;
import org.xincheng.credit.subject.Subjects;
import org.xincheng.support.DatabaseDump;
import org.xincheng.support.PersonsThroughTheSystem;
import org.xincheng.support.XinchengTest;

/** A dump of the whole database after complete runs holds no identity number and no contact data of anybody. */
@XinchengTest
class NoIdentityNumberInTheDatabaseTest {

    @Autowired
    private BeanFactory beans;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Subjects subjects;

    @Test
    void aDumpAfterCompleteRunsHoldsNoneInClear() throws Exception {
        var persons = new PersonsThroughTheSystem(beans).run();

        DatabaseDump dump = dump();
        assertThat(dump.tables())
                .contains(
                        "credit.subject",
                        "credit.act",
                        "credit.letter",
                        "audit.entry",
                        "public.act_hi_varinst",
                        "public.act_ge_bytearray",
                        "platform.flyway_schema_history",
                        "pg_catalog.pg_largeobject");
        for (NewSubject person : persons.all()) {
            for (String datum : List.of(person.identifier(), person.phone(), person.email(), person.address())) {
                assertThat(dump.tablesHolding(datum))
                        .as("tables holding “%s”", datum)
                        .isEmpty();
            }
        }
        for (NewSubject person : persons.kept()) {
            assertThat(dump.tablesHolding(person.name()))
                    .as("the dump is of this run: a name is not sealed")
                    .contains("credit.subject_profile");
            assertThat(subjects.byIdentifier(person.identifier()))
                    .as("nothing is lost")
                    .hasValueSatisfying(kept -> {
                        assertThat(kept.identifier()).isEqualTo(person.identifier());
                        assertThat(kept.profile().phone()).isEqualTo(person.phone());
                        assertThat(kept.profile().address()).isEqualTo(person.address());
                    });
        }
        for (NewSubject refused : persons.all().subList(2, 4)) {
            assertThat(subjects.byIdentifier(refused.identifier())).isEmpty();
            assertThat(dump.tablesHolding(refused.name())).isEmpty();
        }
    }

    /** The control: whoever puts a number into the database, in whatever dress, is seen by the search. */
    @ParameterizedTest
    @ValueSource(strings = {"clear", "reversed", "hex", "base64", "base64 within", "bytes", "json"})
    void aPlantedNumberIsFound(String dress) {
        String number = "45010219800307123X";
        String value = switch (dress) {
            case "reversed" -> new StringBuilder(number).reverse().toString();
            case "hex" -> HexFormat.of().formatHex(bytes(number));
            case "base64" -> Base64.getEncoder().encodeToString(bytes(number));
            case "base64 within" -> Base64.getEncoder().encodeToString(bytes("号码" + number + "。"));
            case "json" -> "{\"a\":[{\"b\":\"" + number + "\"}]}";
            default -> number;
        };
        jdbc.sql("create table public.planted (text text, bytes bytea)").update();
        try {
            boolean asBytes = dress.equals("bytes");
            jdbc.sql("insert into public.planted values (?, ?)")
                    .param(1, asBytes ? "" : "before " + value + " after")
                    .param(2, asBytes ? bytes("\0\1" + value) : new byte[0])
                    .update();
            assertThat(dump().tablesHolding(number)).containsExactly("public.planted");
        } finally {
            jdbc.sql("drop table public.planted").update();
        }
        assertThat(dump().tablesHolding(number)).isEmpty();
    }

    private DatabaseDump dump() {
        return DatabaseDump.of(
                jdbc.sql("select current_database()").query(String.class).single());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
