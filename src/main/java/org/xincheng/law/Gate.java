package org.xincheng.law;

/**
 * One row of {@code processes/regimes/gates.dmn}: a requirement of the overlay that every regime's case has to meet.
 *
 * @param key name of the gate, e.g. {@code effectiveDocument}
 * @param nameZh the requirement in one sentence
 * @param active switched off only when a newer national rule says otherwise
 * @param document founding document
 * @param article its article
 */
public record Gate(String key, String nameZh, boolean active, String document, String article) {}
