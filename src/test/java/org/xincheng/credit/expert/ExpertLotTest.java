package org.xincheng.credit.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lot that anybody can repeat (docs/adr/0021). */
class ExpertLotTest {

    private static final String SEED = "00112233445566778899aabbccddeeff";

    private static final List<String> REGISTER =
            IntStream.rangeClosed(1, 7).mapToObj("ZJ-%04d"::formatted).toList();

    /** The values were computed with {@code printf %s 'SEED:ZJ-0001' | sha256sum}. */
    @Test
    void aTicketIsWhatAnyToolMakesOfSeedAndNumber() {
        assertThat(ExpertLot.ticket(SEED, "ZJ-0001"))
                .isEqualTo("3334c89f4531c2ce87d89b81b699a62cbb957047cf32707e341488bb403a36ab");
        assertThat(ExpertLot.ticket("ffeeddccbbaa99887766554433221100", "ZJ-0001"))
                .isEqualTo("42670fe898833a103ff3b2f3680b31aa7e36305b7fe368dda0b73ef384df1a16");
    }

    /** The orders were computed with another program. */
    @Test
    void theOrderIsThatOfTheTicketsAndAnotherSeedGivesAnother() {
        assertThat(ExpertLot.order(SEED, REGISTER))
                .containsExactly("ZJ-0004", "ZJ-0005", "ZJ-0001", "ZJ-0006", "ZJ-0007", "ZJ-0002", "ZJ-0003");
        assertThat(ExpertLot.order("ffeeddccbbaa99887766554433221100", REGISTER))
                .containsExactly("ZJ-0006", "ZJ-0005", "ZJ-0007", "ZJ-0001", "ZJ-0003", "ZJ-0002", "ZJ-0004");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 9, 200})
    void everybodyIsInTheOrderOnceAndByTheirOwnTicket(int size) throws GeneralSecurityException {
        var register =
                IntStream.rangeClosed(1, size).mapToObj("ZJ-%04d"::formatted).toList();
        for (int run = 0; run < 50; run++) {
            var seed = "seed" + size + "-" + run;
            var tickets = new TreeMap<String, String>();
            for (var number : register) {
                tickets.put(hex(seed + ":" + number), number);
            }

            assertThat(ExpertLot.order(seed, register))
                    .containsExactlyInAnyOrderElementsOf(register)
                    .containsExactlyElementsOf(tickets.values());
        }
    }

    @Test
    void theOrderOfTheRegisterAndRepeatedNumbersChangeNothing() {
        var shuffled = new ArrayList<>(REGISTER);
        shuffled.addAll(REGISTER);
        Collections.shuffle(shuffled, new Random(4));

        assertThat(ExpertLot.order(SEED, shuffled)).isEqualTo(ExpertLot.order(SEED, REGISTER));
    }

    @Test
    void whoLeavesTheRegisterLeavesTheOrderOfTheOthersAsItIs() {
        var without = new ArrayList<>(REGISTER);
        without.remove("ZJ-0001");
        var expected = new ArrayList<>(ExpertLot.order(SEED, REGISTER));
        expected.remove("ZJ-0001");

        assertThat(ExpertLot.order(SEED, without)).isEqualTo(expected);
    }

    /** With 7 experts and 7,000 seeds each is first about 1,000 times; 5 standard deviations are 147. */
    @Test
    void nobodyIsPreferred() {
        Map<String, Integer> first = new HashMap<>();
        for (int run = 0; run < 7000; run++) {
            first.merge(ExpertLot.order("run " + run, REGISTER).get(0), 1, Integer::sum);
        }

        assertThat(first).containsOnlyKeys(REGISTER);
        assertThat(first.values()).allSatisfy(times -> assertThat(times).isBetween(853, 1147));
    }

    /** Written without the class under test. */
    private static String hex(String text) throws GeneralSecurityException {
        var digits = new StringBuilder();
        for (byte one : MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8))) {
            digits.append("%02x".formatted(one));
        }
        return digits.toString();
    }
}
