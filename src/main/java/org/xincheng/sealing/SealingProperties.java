package org.xincheng.sealing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys, as Base64 of a Tink keyset in JSON. They come from the environment and are written nowhere by this program.
 *
 * @param dataKeys keyset of AEAD keys ({@code XINCHENG_DATA_KEYS}): the primary one seals, every one opens
 * @param indexKey keyset of one PRF key ({@code XINCHENG_INDEX_KEY}) that marks are made with
 */
@ConfigurationProperties("xincheng.sealing")
record SealingProperties(String dataKeys, String indexKey) {}
