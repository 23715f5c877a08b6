package org.xincheng.notice;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter whose copy has not been mailed, without a word about whom it is addressed to.
 *
 * @param id the letter
 * @param number its number
 * @param title its title
 * @param caseNumber number of its case
 * @param issuedAt when it was issued
 * @param status why it is unsent
 */
public record UnsentLetter(
        UUID id, String number, String title, String caseNumber, Instant issuedAt, MailStatus status) {}
