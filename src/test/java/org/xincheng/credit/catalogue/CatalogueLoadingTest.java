package org.xincheng.credit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.annotation.DirtiesContext;
import org.xincheng.credit.subject.SubjectKind;
import org.xincheng.support.TestClock;
import org.xincheng.support.XinchengTest;

@XinchengTest
class CatalogueLoadingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private CatalogueLoader loader;

    @Autowired
    private MeasuresOnOffer offer;

    @Autowired
    private TestClock clock;

    @Test
    void everyRowOfTheFilesIsLoaded() throws IOException {
        assertThat(catalogue.behaviours(1)).hasSize(rowsOf("catalogue/behaviours.csv"));
        assertThat(catalogue.measures(1)).hasSize(rowsOf("catalogue/measures.csv"));
    }

    @Test
    void theFirstVersionHoldsForOlderCases() {
        CatalogueVersion version = catalogue.measuresListOn(LocalDate.of(2016, 1, 1));
        assertThat(version.version()).isEqualTo(1);
        assertThat(version.sha256()).hasSize(64);
        assertThatThrownBy(() -> catalogue.measuresListOn(LocalDate.of(2015, 12, 31)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void loadingTheSameFilesAgainChangesNothing() {
        CatalogueVersion before = catalogue.latest(Catalogue.MEASURES).orElseThrow();
        loader.afterSingletonsInstantiated();
        assertThat(catalogue.latest(Catalogue.MEASURES)).contains(before);
        assertThat(catalogue.latest(Catalogue.BEHAVIOURS))
                .hasValueSatisfying(version -> assertThat(version.version()).isEqualTo(1));
    }

    @Test
    @DirtiesContext // The next version stays in this context's database.
    void aChangedFileIsTheNextVersionFromThatDayOn() throws IOException {
        clock.morningOf(DAY);
        String measures = text("catalogue/measures.csv").replace("NANNING,NANNING-M-01,严格将", "NANNING,NANNING-M-01,将");
        CatalogueFile behaviours = CatalogueFile.read(CatalogueLoader.BEHAVIOURS_FILE);
        loader.load(behaviours, CatalogueFile.of("changed.csv", measures.getBytes(StandardCharsets.UTF_8)));

        assertThat(catalogue.measuresListOn(DAY.minusDays(1)).version()).isEqualTo(1);
        assertThat(catalogue.measuresListOn(DAY).version()).isEqualTo(2);
        assertThat(catalogue.measures(1, List.of("NANNING-M-01")).get(0).textZh())
                .startsWith("严格将");
        assertThat(catalogue.measures(2, List.of("NANNING-M-01")).get(0).textZh())
                .startsWith("将");
        assertThat(catalogue.latest(Catalogue.BEHAVIOURS).orElseThrow().version())
                .isEqualTo(1);
        assertThat(offer.on(DAY, "NANNING", "NN_BLACK", SubjectKind.ENTERPRISE))
                .extracting(Measure::version)
                .containsOnly(2);
    }

    @ParameterizedTest
    @CsvSource({"MOHURD-G-03,general,2,true", "NANNING-SEV-3,category,6,true", "WS-CITY-B-02,blacklist,,true"})
    void itemsAreFoundByTheirCode(String code, String list, Integer points, boolean recordable) {
        Behaviour item = catalogue.behaviour(code).orElseThrow();
        assertThat(item.list()).isEqualTo(list);
        assertThat(item.points()).isEqualTo(points);
        assertThat(item.isRecordable()).isEqualTo(recordable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NANNING-LIST-Y", "MOHURD-R-04", "WZ2022-C1", "QINGCHENG-SUBJ-01"})
    void categoriesAndRulesAreNoActs(String code) {
        assertThat(catalogue.behaviour(code).orElseThrow().isRecordable()).isFalse();
    }

    @Test
    void aRegimesItemsAreFound() {
        assertThat(catalogue.behaviours("WS-JINAN")).hasSize(14);
        assertThat(catalogue.behaviours("NOWHERE")).isEmpty();
        assertThat(catalogue.behaviour("NANNING-SEV-4")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WS-CITY-M-02",
                "WS-MOU-03",
                "WS-MOU-04",
                "WS-MOU-09",
                "WS-MOU-10",
                "WS-MOU-18",
                "WS-MOU-01-3",
                "SC33-M-04",
                "WS-QTX-B-02"
            })
    void theseBind(String code) {
        Measure measure = catalogue.measures(1, List.of(code)).get(0);
        assertThat(measure.referenceOnly()).isFalse();
        assertThat(measure.referenceReason()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NANNING-M-01,未载明",
        "WS-JINAN-M-02,未载明",
        "MOHURD-M-G-01,未载明",
        "MOHURD-M-Y-05,未取得全文",
        "MOHURD-M-S-01,未取得全文",
        "WS-MOU-02,部门规章",
        "WS-MOU-05,部门规章",
        "WS-MOU-22,部门规范性文件",
        "WS-CITY-M-07,金融机构",
        "WS-MOU-13,金融机构",
        "WS-MOU-17,金融机构",
        "WS-QTX-B-12,金融机构",
        "WS-JINAN-M-05,行业协会",
        "COUNTYXX-M-07,商业银行",
        "EZHOU-I-02,行业协会商会",
        "WZ-ENT-M-03,新闻媒体",
        "DISTRICT-P-02,金融机构"
    })
    void theseAreForReferenceOnlyAndSayWhy(String code, String reason) {
        Measure measure = catalogue.measures(1, List.of(code)).get(0);
        assertThat(measure.referenceOnly()).isTrue();
        assertThat(measure.referenceReason()).contains(reason).contains("依据");
    }

    @Test
    void whatASafetyCaseMayChooseFrom() {
        List<Measure> offered = offer.on(DAY, "WS-CITY", "BLACK", SubjectKind.ENTERPRISE);
        assertThat(codes(offered))
                .contains("WS-CITY-M-02", "WS-MOU-03", "WS-MOU-01-6", "WS-MOU-13")
                .doesNotContain("WS-CITY-M-01", "WS-CITY-M-08", "WS-CITY-M-09", "WS-MOU-01", "WS-MOU-PUB-01")
                .doesNotContain("WS-MOU-10", "NANNING-M-01", "WS-QTX-B-02");
        assertThat(offered).isSortedAccordingTo((a, b) -> Boolean.compare(a.referenceOnly(), b.referenceOnly()));
        assertThat(codes(offer.on(DAY, "WS-CITY", "JOINT", SubjectKind.ENTERPRISE)))
                .containsExactlyElementsOf(codes(offered));
    }

    @Test
    void whatAPersonMayBeMetWith() {
        assertThat(codes(offer.on(DAY, "WS-CITY", "BLACK", SubjectKind.PERSON)))
                .contains("WS-MOU-10", "WS-MOU-20", "WS-MOU-28")
                .doesNotContain("WS-MOU-03", "WS-MOU-18");
    }

    @Test
    void whatTheLevelsOfUrbanManagementMayChooseFrom() {
        assertThat(codes(offer.on(DAY, "MOHURD", "GENERAL", SubjectKind.ENTERPRISE)))
                .containsExactly("MOHURD-M-G-01");
        assertThat(codes(offer.on(DAY, "MOHURD", "HEAVIER", SubjectKind.PERSON)))
                .containsExactly("MOHURD-M-Y-01", "MOHURD-M-Y-02", "MOHURD-M-Y-03", "MOHURD-M-Y-04", "MOHURD-M-Y-05");
        assertThat(codes(offer.on(DAY, "MOHURD", "SERIOUS", SubjectKind.ENTERPRISE)))
                .containsExactly("MOHURD-M-S-01");
        assertThat(codes(offer.on(DAY, "NANNING", "NN_YELLOW", SubjectKind.PERSON)))
                .containsExactly("NANNING-M-01");
        assertThat(offer.on(DAY, "NOWHERE", "BLACK", SubjectKind.ENTERPRISE)).isEmpty();
    }

    private static List<String> codes(List<Measure> measures) {
        return measures.stream().map(Measure::code).toList();
    }

    /** Counted without a CSV reader: no row of these files holds a line break. */
    private static int rowsOf(String file) throws IOException {
        return (int) text(file).lines().filter(line -> !line.isBlank()).count() - 1;
    }

    private static String text(String file) throws IOException {
        return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
    }
}
