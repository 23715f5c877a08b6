package org.xincheng.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xincheng.support.Identifiers;

/** Finds identity numbers however they are typed, and nothing else. */
class IdentityNumbersTest {

    private static final long SEED = 20260302;
    private static final int ROUNDS = 20_000;

    private static final List<String> BEFORE =
            List.of("", "身份证号", "公民身份号码：", "ID:", "(", "当事人张某，", "\n", "0000-1234567，", "2026年3月2日");
    private static final List<String> AFTER = List.of("", "。", "）", " 的当事人", "\n", "，电话13900001234", "号楼");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "45010219900101001X",
                "45010219900101001x",
                "４５０１０２１９９００１０１００１Ｘ",
                "450102 19900101 001X",
                "450102-1990-0101-001X",
                "450102　19900101　001Ｘ",
                "4 5 0 1 0 2 1 9 9 0 0 1 0 1 0 0 1 X",
                "450102\u200b19900101\u200b001X",
                "450102\n19900101001X",
                "٤٥٠١٠٢١٩٩٠٠١٠١٠٠١X",
                "当事人身份证号45010219900101001X，已核对",
                "税号91450100MA90000117，身份证45010219900101001X",
                "A45010219900101001X",
                "13900001234 45010219900101001X"
            })
    void aNumberIsFoundHoweverItIsTyped(String text) {
        assertThat(IdentityNumbers.in(text)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "样例失信事实",
                "450102199001010011",
                "45010219901301001X",
                "45010218900101001X",
                "5010219900101001X",
                "145010219900101001X",
                "450102199001010010001",
                "91450100MA90000117",
                "样罚〔2026〕45010219900101001X号",
                "第45010219900101001X号",
                "2026-03-02 09:00 至 2026-03-20 17:00",
                "13900001234，13900005678",
                "a1b2c3d4-0000-4111-8222-0123456789ab"
            })
    void whatIsNoNumberIsLeftAlone(String text) {
        assertThat(IdentityNumbers.in(text)).isFalse();
    }

    @Test
    void noneOfManyNumbersIsMissed() {
        Random random = new Random(SEED);
        List<UnaryOperator<String>> ways = List.of(
                number -> number,
                number -> number.toLowerCase(Locale.ROOT),
                IdentityNumbersTest::fullWidth,
                number -> spaced(number, random, " "),
                number -> spaced(number, random, "-"),
                number -> spaced(number, random, "\u3000"),
                number -> spaced(fullWidth(number), random, "\u200b"));
        int ofUnits = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String number = resident(random);
            if (isUnitCode(number)) {
                ofUnits++;
                continue;
            }
            String text = pick(BEFORE, random) + pick(ways, random).apply(number) + pick(AFTER, random);
            assertThat(IdentityNumbers.in(text)).as("round %d: %s", i, text).isTrue();
        }
        assertThat(ofUnits).as("numbers that are a unit's code as well").isLessThan(ROUNDS / 1000);
    }

    @Test
    void fewOtherNumbersAreTakenForOne() {
        Random random = new Random(SEED);
        int taken = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String text = pick(BEFORE, random) + other(random) + pick(AFTER, random);
            taken += IdentityNumbers.in(text) ? 1 : 0;
        }
        assertThat(taken).as("of %d", ROUNDS).isLessThan(ROUNDS / 1000);
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(IdentityNumbers.in("统一社会信用代码" + Identifiers.uscc(random.nextInt(100_000_000))))
                    .isFalse();
        }
    }

    /** With one wrong character, no number is one any more. */
    @Test
    void aMistypedNumberIsNone() {
        Random random = new Random(SEED);
        for (int i = 0; i < ROUNDS / 10; i++) {
            String number = resident(random);
            int at = random.nextInt(17);
            char wrong = (char) ('0' + (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(IdentityNumbers.in(number.substring(0, at) + wrong + number.substring(at + 1)))
                    .as(number)
                    .isFalse();
        }
    }

    @Test
    void theFaultNamesTheFieldAndRepeatsNothing() {
        assertThat(FreeTextHoldsNoIdentityNumber.fault("fact", "失信事实", "身份证45010219900101001X"))
                .hasValueSatisfying(fault -> {
                    assertThat(fault.field()).isEqualTo("fact");
                    assertThat(fault.zh())
                            .startsWith("「失信事实」中含有公民身份号码")
                            .contains("第（二十二）项", "第（五）项")
                            .doesNotContain("4501");
                    assertThat(fault.en()).doesNotContain("4501");
                });
        assertThat(FreeTextHoldsNoIdentityNumber.fault("fact", "失信事实", "样例失信事实"))
                .isEmpty();
        assertThat(FreeTextHoldsNoIdentityNumber.fault("fact", "失信事实", null)).isEmpty();
    }

    private static String resident(Random random) {
        LocalDate birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(28_000));
        String body = "%02d%04d%s%03d"
                .formatted(
                        11 + random.nextInt(72),
                        random.nextInt(10_000),
                        birth.toString().replace("-", ""),
                        random.nextInt(1000));
        return body + CheckCharacters.ofResident(body);
    }

    private static boolean isUnitCode(String number) {
        return number.startsWith("9");
    }

    /** Amounts, telephones, bank cards, dates, document numbers, random digits. */
    private static String other(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> digits(random, 18);
            case 1 -> digits(random, 16 + random.nextInt(4));
            case 2 -> "139%s、139%s".formatted(digits(random, 8), digits(random, 8));
            case 3 ->
                "2026-%02d-%02d 2026/%02d/%02d"
                        .formatted(
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28));
            case 4 -> "%s.%s元".formatted(digits(random, 9), digits(random, 2));
            default -> "样罚字〔2026〕%s号".formatted(digits(random, 4));
        };
    }

    private static String digits(Random random, int count) {
        return random.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
    }

    private static String fullWidth(String number) {
        return number.chars().mapToObj(c -> Character.toString(c + 0xFEE0)).collect(Collectors.joining());
    }

    private static String spaced(String number, Random random, String gap) {
        StringBuilder text = new StringBuilder(number);
        for (int i = 17; i > 0; i--) {
            if (random.nextInt(4) == 0) {
                text.insert(i, gap);
            }
        }
        return text.toString();
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
