package org.xincheng.credit;

import java.util.HashMap;
import java.util.Map;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a transaction has read and nobody can change before it has ended, so that it need not be read again. It ends with the transaction; one that is begun within
 * has a memory of its own, and where there is no transaction nothing is remembered.
 *
 * @param <K> by what it is found
 * @param <V> what was read
 */
public final class TransactionMemory<K, V> {

    /** The memory of the transaction that is under way. */
    public Map<K, V> get() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Holder<?, ?> holder) {
            @SuppressWarnings("unchecked")
            var known = (Holder<K, V>) holder;
            return known.read;
        }
        var holder = new Holder<K, V>();
        if (TransactionSynchronizationManager.isActualTransactionActive()
                && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.bindResource(this, holder);
            TransactionSynchronizationManager.registerSynchronization(
                    new ResourceHolderSynchronization<>(holder, this) {});
        }
        return holder.read;
    }

    private static final class Holder<K, V> extends ResourceHolderSupport {

        private final Map<K, V> read = new HashMap<>();
    }
}
