package org.sanfen.cli;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.BeanFactoryTransactionAttributeSourceAdvisor;

/**
 * Spares a start with the beans that the build wrote down two searches. No definition comes after them, so the answers to
 * "which beans are of this type" may be kept from the first bean on, not only from the last one; and only our own classes
 * say what is a transaction, so nobody else's are read for it.
 */
@Component
class QuickStart implements BeanFactoryPostProcessor, BeanPostProcessor {

    private static final String OURS = "org.sanfen.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (AotDetector.useGeneratedArtifacts()) {
            beans.freezeConfiguration();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof BeanFactoryTransactionAttributeSourceAdvisor transactions) {
            transactions.setClassFilter(type -> type.getName().startsWith(OURS));
        }
        return bean;
    }
}
