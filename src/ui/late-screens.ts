/** The screens that nobody sees at the start. An element that stands on the page already shows itself once it is defined. */
import './screens/diagnostics-screen';
import './screens/enrol-panel';
import './screens/log-screen';
import './screens/people-screen';
import './screens/safety-screen';
import './screens/self-test-panel';
import './screens/settings-screen';
