package org.xincheng.credit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** The small tables beside the catalogue fit the catalogue. */
class CatalogueTablesTest {

    @Test
    void everyCitedDocumentHasARankAndEveryRankedDocumentIsCited() {
        Set<String> cited = new TreeSet<>();
        for (CSVRecord row : CatalogueFile.read(CatalogueLoader.MEASURES_FILE).rows()) {
            for (String citation : row.get("legal_basis").split(";", -1)) {
                if (!citation.isEmpty()) {
                    cited.add(citation.startsWith("《") ? citation.substring(1, citation.indexOf('》')) : citation);
                }
            }
        }
        assertThat(column("catalogue/cited-documents.csv", "title")).containsExactlyInAnyOrderElementsOf(cited);
    }

    @Test
    void everyScopeRowNamesAnEntry() {
        List<String> codes = column(CatalogueLoader.MEASURES_FILE, "code");
        assertThat(column("catalogue/measure-scope.csv", "code"))
                .allSatisfy(code -> assertThat(codes)
                        .anyMatch(entry -> code.endsWith("*")
                                ? entry.startsWith(code.substring(0, code.length() - 1))
                                : entry.equals(code)));
    }

    private static List<String> column(String file, String name) {
        return CatalogueFile.read(file).rows().stream()
                .map(row -> row.get(name))
                .toList();
    }
}
