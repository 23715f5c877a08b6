package org.xincheng.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xincheng.audit.Finding.Kind;

/**
 * Recomputes a chain link by link, in the order of their numbers, and holds it against an anchor. It knows no database: what it says
 * rests on the rows alone.
 */
final class ChainCheck {

    /** So many findings are named; a chain that has more is beyond repair anyway. */
    static final int MOST_FINDINGS = 1000;

    private final Optional<Anchor> anchor;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Link> suspects = new ArrayList<>();
    private long total;
    private long links;
    private long lastSeq;
    private String lastHash = EntryHash.BEGINNING;
    private boolean anchorSeen;

    ChainCheck(Optional<Anchor> anchor) {
        this.anchor = anchor;
        this.anchorSeen = anchor.map(kept -> kept.seq() == 0).orElse(true);
    }

    /**
     * A link with the entry it names.
     *
     * @param previous hash of the link before, in hexadecimal digits, as the link has it
     * @param hash its own hash, in hexadecimal digits
     * @param entry null where the entry is gone
     */
    record Link(long seq, long entryId, String previous, String hash, AuditEntry entry) {}

    /** Takes the next link. */
    void next(Link link) {
        links++;
        if (link.seq() != lastSeq + 1) {
            add(new Finding(Kind.MISSING_LINK, lastSeq + 1, link.seq() - 1, 0));
        } else if (!link.previous().equals(lastHash)) {
            add(Finding.at(Kind.BROKEN, link.seq(), link.entryId()));
        }
        if (link.entry() == null) {
            add(Finding.at(Kind.MISSING_ENTRY, link.seq(), link.entryId()));
        } else if (!hashes(link.previous(), link.seq(), link.entry(), link.hash())) {
            suspect(link);
        }
        anchor.filter(kept -> kept.seq() == link.seq()).ifPresent(kept -> {
            anchorSeen = true;
            if (!kept.hash().equals(link.hash())) {
                add(Finding.at(Kind.REWRITTEN, link.seq(), link.entryId()));
            }
        });
        lastSeq = link.seq();
        lastHash = link.hash();
    }

    /** Takes an entry that no link names. */
    void unlinked(long entryId) {
        add(new Finding(Kind.FORGED, 0, 0, entryId));
    }

    /** Ends, and tells what was found. */
    Verification end() {
        // An anchor at a number within the chain that is not there has been told as a missing link.
        if (!anchorSeen && anchor.orElseThrow().seq() > lastSeq) {
            add(new Finding(Kind.CUT_OFF, lastSeq + 1, anchor.orElseThrow().seq(), 0));
        }
        for (Link suspect : suspects) {
            add(Finding.at(isMoved(suspect) ? Kind.REORDERED : Kind.CHANGED, suspect.seq(), suspect.entryId()));
        }
        return new Verification(links, new Anchor(lastSeq, lastHash), anchor, List.copyOf(findings), total);
    }

    /** Whether the hash is right for another entry at this place, or for this entry at another place. */
    private boolean isMoved(Link suspect) {
        return suspects.stream()
                .filter(other -> other.seq() != suspect.seq())
                .anyMatch(other -> hashes(suspect.previous(), suspect.seq(), other.entry(), suspect.hash())
                        || hashes(suspect.previous(), other.seq(), suspect.entry(), suspect.hash()));
    }

    private void suspect(Link link) {
        if (suspects.size() < MOST_FINDINGS) {
            suspects.add(link);
        } else {
            add(Finding.at(Kind.CHANGED, link.seq(), link.entryId()));
        }
    }

    private void add(Finding finding) {
        total++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    private static boolean hashes(String previous, long seq, AuditEntry entry, String hash) {
        try {
            return EntryHash.of(previous, seq, entry).equals(hash);
        } catch (ArithmeticException timeBeyondCounting) {
            return false;
        }
    }
}
