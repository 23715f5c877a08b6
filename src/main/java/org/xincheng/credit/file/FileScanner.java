package org.xincheng.credit.file;

/** A program that knows harmful content by its signature. */
public interface FileScanner {

    /** Name in the verdicts, e.g. {@code clamd}; empty where there is no scanner. */
    String name();

    /** Whether there is a scanner. Without one a file is let out on the check of its content alone. */
    default boolean isPresent() {
        return !name().isEmpty();
    }

    /**
     * Looks through a content.
     *
     * @return the name of the signature found, or empty where nothing was found
     * @throws ScannerSilent where the scanner gave no verdict
     */
    String scan(byte[] content);

    /** The scanner is down, too slow, or answered something that is no verdict. The file stays in quarantine. */
    class ScannerSilent extends RuntimeException {

        /** Why there is no verdict. */
        public ScannerSilent(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
