package org.xincheng.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xincheng.credit.letter.EndContent;
import org.xincheng.credit.letter.LetterKind;

/** The letters of a correction: whom each is addressed to, what it must state, and what it says without a listing. */
class CorrectionLettersWrittenTest {

    private final ThymeleafLetterWriter writer = new ThymeleafLetterWriter(Path.of("forms", "letters"));

    static Stream<LetterKind> kinds() {
        return Stream.of(LetterKind.values()).filter(kind -> kind.template().equals("correction"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachNamesItsAddresseeTheSubjectWhatItTellsAndTheLaw(LetterKind kind) {
        var html = writer.write(kind, "样信更〔2026〕1号", SampleLetters.end(kind));
        assertThat(html).contains(kind.title(), "样例企业有限公司", "91350211M000100Y43", "告知的第一件事", "样例理由");
        assertThat(html.contains("市市场监管局、市财政局：")).isEqualTo(kind.toDepartments());
    }

    @ParameterizedTest
    @EnumSource(
            value = LetterKind.class,
            names = {
                "CORRECTION_REPLY",
                "CORRECTION_ANSWER",
                "CORRECTION_NOTICE",
                "CORRECTION_REFUSAL",
                "CORRECTION_INQUIRY"
            })
    void aRecordNeedsNoListingToBeCorrected(LetterKind kind) {
        assertThat(writer.write(kind, "样信更〔2026〕1号", without(SampleLetters.end(kind), true)))
                .doesNotContain("所涉决定");
    }

    @ParameterizedTest
    @EnumSource(
            value = LetterKind.class,
            names = {"CORRECTION_SUSPENSION", "CORRECTION_RESULT", "CORRECTION_RESTORATION"})
    void whoeverCarriesOutMeasuresIsToldOfWhichListing(LetterKind kind) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.write(kind, "样信更〔2026〕1号", without(SampleLetters.end(kind), true)))
                .withMessageContaining("listed");
    }

    @Test
    void anAnswerGivesReasonsAndRemedies() {
        for (var kind :
                List.of(LetterKind.CORRECTION_REPLY, LetterKind.CORRECTION_ANSWER, LetterKind.CORRECTION_REFUSAL)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> writer.write(kind, "样信更〔2026〕1号", without(SampleLetters.end(kind), false)))
                    .withMessageContaining("reasons")
                    .withMessageContaining("remedies");
        }
    }

    private static EndContent without(EndContent whole, boolean reasons) {
        return new EndContent(
                whole.caseNumber(),
                whole.regimeTitle(),
                whole.authority(),
                whole.office(),
                whole.addressee(),
                whole.subjectName(),
                whole.subjectIdentifier(),
                null,
                whole.statements(),
                whole.answerBy(),
                whole.conditions(),
                reasons ? whole.reasons() : "",
                whole.measures(),
                List.of(),
                whole.departments(),
                whole.legalBasis(),
                reasons ? whole.remedies() : List.of(),
                whole.date());
    }
}
