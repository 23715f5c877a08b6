package org.xincheng.credit.catalogue;

import java.time.LocalDate;

/**
 * A loaded version of a catalogue.
 *
 * @param catalogue {@code behaviours} or {@code measures}
 * @param version 1 for the first
 * @param label name on screens and in letters
 * @param source file it was loaded from
 * @param sha256 of the file, 64 hexadecimal digits
 * @param effectiveFrom first day on which it is the version in force
 */
public record CatalogueVersion(
        String catalogue, int version, String label, String source, String sha256, LocalDate effectiveFrom) {}
