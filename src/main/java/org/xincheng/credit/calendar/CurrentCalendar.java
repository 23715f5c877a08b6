package org.xincheng.credit.calendar;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.xincheng.credit.TransactionMemory;
import org.xincheng.law.WorkingDayCalendar;

/**
 * The calendar everybody counts by: the tables on the classpath with every loaded notice on top. It is held in memory, so that asking
 * costs nothing. A loading is seen in its own transaction at once, by the whole process when that has committed, and by nobody if it is
 * rolled back. Another process notices when it next keeps a date or shows the calendars.
 */
@Component
public class CurrentCalendar implements Supplier<WorkingDayCalendar> {

    private final Calendars calendars;
    private final WorkingDayCalendar base = WorkingDayCalendar.load();

    /** What dates are kept by: as long as this transaction holds the lock, nobody loads a notice. */
    private final TransactionMemory<CurrentCalendar, WorkingDayCalendar> kept = new TransactionMemory<>();

    private volatile Held committed;

    CurrentCalendar(Calendars calendars) {
        this.calendars = calendars;
    }

    /** A calendar and the version of the loaded notices it holds. */
    private record Held(long version, WorkingDayCalendar calendar) {}

    @Override
    public WorkingDayCalendar get() {
        var own = own();
        if (own != null) {
            return own.calendar();
        }
        var known = committed;
        return known == null ? refresh() : known.calendar();
    }

    /** The calendar after a look whether another process has loaded a notice. */
    public WorkingDayCalendar refresh() {
        var own = own();
        if (own != null) {
            return own.calendar();
        }
        var version = calendars.version();
        var known = committed;
        if (known == null || known.version() != version) {
            commit(read());
        }
        return committed.calendar();
    }

    /** The calendar for a date that is to be kept: nobody loads a notice until the transaction has ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingDayCalendar forKeeping() {
        return own() != null
                ? own().calendar()
                : kept.get().computeIfAbsent(this, nobodyWaits -> {
                    calendars.lockForKeeping();
                    return refresh();
                });
    }

    /** Has this transaction count by a calendar, and the process too once it has committed. */
    void become(long version, WorkingDayCalendar calendar) {
        var held = new Held(version, calendar);
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, held);
        TransactionSynchronizationManager.registerSynchronization(new Publication(held));
    }

    private Held own() {
        return (Held) TransactionSynchronizationManager.getResource(this);
    }

    private Held read() {
        var calendar = base;
        var version = 0L;
        for (var loaded : calendars.all()) {
            calendar = calendar.with(loaded.notice(), loaded.days());
            version = loaded.id();
        }
        return new Held(version, calendar);
    }

    /** What is newer stays: two threads may have read one after the other and come here the other way round. */
    private synchronized void commit(Held held) {
        if (committed == null || committed.version() < held.version()) {
            committed = held;
        }
    }

    /** Hands the transaction's calendar to the process when it has committed; a transaction begun within sees the old one. */
    private final class Publication implements TransactionSynchronization {

        private final Held held;

        Publication(Held held) {
            this.held = held;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResourceIfPossible(CurrentCalendar.this);
        }

        @Override
        public void resume() {
            if (own() == null) {
                TransactionSynchronizationManager.bindResource(CurrentCalendar.this, held);
            }
        }

        @Override
        public void afterCommit() {
            commit(held);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(CurrentCalendar.this);
        }
    }
}
