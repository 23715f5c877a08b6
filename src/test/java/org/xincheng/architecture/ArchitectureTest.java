package org.xincheng.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the application to {@link HouseRules}, and each rule to a violation planted under {@code planted}. */
class ArchitectureTest {

    private static final String ROOT = "org.xincheng";
    private static final int LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_DELEGATE = 60;
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path TEST_SOURCES = Path.of("src", "test", "java");

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Rule to offender; the offender lives under {@code planted}, in a package named after the rule. */
    private static final Map<String, String> PLANTED = Map.ofEntries(
            Map.entry("lawUsesTheJdkOnly", "law.CountsWithALibrary"),
            Map.entry("theCommonModulesStandAlone", "audit.LogsWhatTheStoreSays"),
            Map.entry("theStoreLooksDown", "credit.StoreThatSendsNotices"),
            Map.entry("noticesLookDown", "notice.NoticeThatDrivesAProcedure"),
            Map.entry("proceduresLookDown", "procedure.DelegateThatAsksThePlatform"),
            Map.entry("pagesLookDown", "portal.PageThatUsesAnExport"),
            Map.entry("modulesFormNoCycle", "credit.Chicken"),
            Map.entry("onlyProceduresSeeTheEngine", "credit.StoreThatReadsVariables"),
            Map.entry("theStoreKnowsNoWeb", "notice.NoticeThatReadsRequests"),
            Map.entry("delegatesHoldNoStore", "procedure.DelegateThatWritesSql"),
            Map.entry("nothingIsInjectedIntoFields", "portal.PageWithAnInjectedField"),
            Map.entry("nothingPrintsToTheConsole", "portal.PageThatPrints"),
            Map.entry("oldDatesStayAtTheEngine", "credit.StoreOfOldDates"),
            Map.entry("timeComesFromTheClock", "credit.StoreThatLooksAtTheWall"));

    static Set<String> rules() {
        return HouseRules.under(ROOT).keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void theApplicationKeepsTheRule(String rule) {
        assertThatCode(() -> HouseRules.under(ROOT).get(rule).check(APPLICATION))
                .doesNotThrowAnyException();
    }

    @Test
    void everyRuleHasAPlantedViolation() {
        assertThat(PLANTED).containsOnlyKeys(rules());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void thePlantedViolationIsCaught(String rule) {
        String root = plantedRoot(rule);
        JavaClasses planted = new ClassFileImporter().importPackages(root);

        assertThatThrownBy(() -> HouseRules.under(root).get(rule).check(planted))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated")
                .hasMessageContaining(root + "." + PLANTED.get(rule));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void aRuleThatMatchesNothingFails(String rule) {
        assertThatThrownBy(
                        () -> HouseRules.under("org.xincheng.nowhere").get(rule).check(APPLICATION))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }

    @Test
    void filesAndDelegatesAreShort() {
        assertThat(SourceLengths.over(LINES_OF_A_FILE, SOURCES)).isEmpty();
        assertThat(SourceLengths.delegatesOver(LINES_OF_A_DELEGATE, APPLICATION, SOURCES))
                .isEmpty();
    }

    @Test
    void aPlantedLongDelegateIsCaught() {
        JavaClasses planted = new ClassFileImporter().importPackages("planted.delegatesareshort");

        assertThat(SourceLengths.delegatesOver(LINES_OF_A_DELEGATE, planted, TEST_SOURCES))
                .singleElement()
                .asString()
                .contains("DelegateThatTellsAStory.java");
        assertThat(SourceLengths.over(LINES_OF_A_DELEGATE, TEST_SOURCES.resolve("planted")))
                .singleElement()
                .asString()
                .contains("DelegateThatTellsAStory.java");
    }

    private static String plantedRoot(String rule) {
        return "planted." + rule.toLowerCase(Locale.ROOT);
    }
}
