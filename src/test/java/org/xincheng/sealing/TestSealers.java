package org.xincheng.sealing;

/** Sealers with keys of a test's own. */
public final class TestSealers {

    private TestSealers() {}

    /** A sealer with these keysets, as the environment would hold them. */
    public static Sealer with(String dataKeys, String indexKey) {
        return new Sealer(new SealingProperties(dataKeys, indexKey));
    }
}
