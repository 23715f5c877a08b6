package org.xincheng.support;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Leaves no time, no mail and no signed-in user behind for the next test. */
class ResetBetweenTests implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) throws FolderException {
        ApplicationContext context = SpringExtension.getApplicationContext(test);
        context.getBean(TestClock.class).reset();
        context.getBean(GreenMail.class).purgeEmailFromAllMailboxes();
        SecurityContextHolder.clearContext();
    }
}
