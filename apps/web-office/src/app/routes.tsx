import { lazy, Suspense, type FunctionComponent } from 'react';
import { Route, Routes } from 'react-router';
import { Needs } from '../refused/needs.js';
import { Waiting } from './waiting.js';
import { Workspace } from './workspace.js';

/** One screen, loaded when it is opened first. */
const screen = <Name extends string>(load: () => Promise<Record<Name, FunctionComponent>>, name: Name) => {
  const Screen = lazy<FunctionComponent>(() => load().then((module) => ({ default: module[name] })));
  return (
    <Suspense fallback={<Waiting />}>
      <Screen />
    </Suspense>
  );
};

const home = screen(() => import('../home/home-page.js'), 'HomePage');
const orgs = screen(() => import('../orgs/orgs-page.js'), 'OrgsPage');
const people = screen(() => import('../people/people-page.js'), 'PeoplePage');
const newPerson = screen(() => import('../people/new-person-page.js'), 'NewPersonPage');
const person = screen(() => import('../people/person-page.js'), 'PersonPage');
const roles = screen(() => import('../roles/roles-page.js'), 'RolesPage');
const newRole = screen(() => import('../roles/new-role-page.js'), 'NewRolePage');
const role = screen(() => import('../roles/role-page.js'), 'RolePage');
const audit = screen(() => import('../audit/audit-page.js'), 'AuditPage');
const notifications = screen(() => import('../notifications/notifications-page.js'), 'NotificationsPage');
const account = screen(() => import('../account/account-page.js'), 'AccountPage');
const inbox = screen(() => import('../exchange/inbox/inbox-page.js'), 'InboxPage');
const delivery = screen(() => import('../exchange/delivery/delivery-page.js'), 'DeliveryPage');
const documents = screen(() => import('../exchange/compose/documents-page.js'), 'DocumentsPage');
const compose = screen(() => import('../exchange/compose/compose-page.js'), 'ComposePage');
const sent = screen(() => import('../exchange/sent/sent-page.js'), 'SentPage');
const dispatch = screen(() => import('../exchange/sent/dispatch-page.js'), 'DispatchPage');
const directory = screen(() => import('../exchange/directory/directory-page.js'), 'DirectoryPage');
const statistics = screen(() => import('../exchange/statistics/statistics-page.js'), 'StatisticsPage');
const peers = screen(() => import('../exchange/peers/peers-page.js'), 'PeersPage');
const keys = screen(() => import('../exchange/keys/keys-page.js'), 'KeysPage');
const calendar = screen(() => import('../exchange/calendar/calendar-page.js'), 'CalendarPage');
const webhooks = screen(() => import('../exchange/webhooks/webhooks-page.js'), 'WebhooksPage');
const tasks = screen(() => import('../approval/tasks/tasks-page.js'), 'TasksPage');
const cases = screen(() => import('../approval/cases/cases-page.js'), 'CasesPage');
const licences = screen(() => import('../approval/licences/licences-page.js'), 'LicencesPage');
const items = screen(() => import('../approval/items/items-page.js'), 'ItemsPage');
const approvalStatistics = screen(() => import('../approval/statistics/statistics-page.js'), 'StatisticsPage');
const oneCase = screen(() => import('../approval/case/case-page.js'), 'CasePage');
const articles = screen(() => import('../portal/articles/articles-page.js'), 'ArticlesPage');
const newArticle = screen(() => import('../portal/editing/new-article-page.js'), 'NewArticlePage');
const edition = screen(() => import('../portal/editing/edition-page.js'), 'EditionPage');
const preview = screen(() => import('../portal/editing/preview-page.js'), 'PreviewPage');
const letters = screen(() => import('../portal/letters/letters-page.js'), 'LettersPage');
const requests = screen(() => import('../portal/requests/requests-page.js'), 'RequestsPage');
const hearings = screen(() => import('../portal/hearings/hearings-page.js'), 'HearingsPage');
const inspection = screen(() => import('../portal/inspection/inspection-page.js'), 'InspectionPage');
const sites = screen(() => import('../portal/sites/sites-page.js'), 'SitesPage');
const words = screen(() => import('../portal/words/words-page.js'), 'WordsPage');
const incomingList = screen(() => import('../oa/incoming/incoming-list-page.js'), 'IncomingListPage');
const incoming = screen(() => import('../oa/incoming/incoming-page.js'), 'IncomingPage');
const meetings = screen(() => import('../oa/meetings/meetings-page.js'), 'MeetingsPage');
const meeting = screen(() => import('../oa/meetings/meeting-page.js'), 'MeetingPage');
const checkIn = screen(() => import('../oa/meetings/check-in-page.js'), 'CheckInPage');
const topics = screen(() => import('../oa/meetings/topics-page.js'), 'TopicsPage');
const outgoing = screen(() => import('../oa/documents/documents-page.js'), 'DocumentsPage');
const oneOutgoing = screen(() => import('../oa/documents/document-page.js'), 'DocumentPage');
const supervisions = screen(() => import('../oa/supervision/supervisions-page.js'), 'SupervisionsPage');
const supervision = screen(() => import('../oa/supervision/supervision-page.js'), 'SupervisionPage');
const supervisionBoard = screen(() => import('../oa/supervision/supervision-board-page.js'), 'SupervisionBoardPage');
const bulletin = screen(() => import('../oa/supervision/bulletin-page.js'), 'BulletinPage');
const todos = screen(() => import('../oa/todo/todos-page.js'), 'TodosPage');
const delegations = screen(() => import('../oa/delegation/delegations-page.js'), 'DelegationsPage');
const handovers = screen(() => import('../oa/handover/handovers-page.js'), 'HandoversPage');
const cycleTimes = screen(() => import('../oa/handover/cycle-times-page.js'), 'CycleTimesPage');
const officeSearch = screen(() => import('../oa/search/search-page.js'), 'SearchPage');
const signIn = screen(() => import('../sign-in/sign-in-page.js'), 'SignInPage');
const kit = screen(() => import('../kit/kit-page.js'), 'KitPage');
const lost = screen(() => import('../refused/not-found-page.js'), 'NotFoundPage');

export const OfficeRoutes = () => (
  <Routes>
    <Route path="/sign-in" element={signIn} />
    <Route path="/kit" element={kit} />
    {/* by its link alone, without an account */}
    <Route path="/preview/:token" element={preview} />
    <Route element={<Workspace />}>
      <Route index element={home} />
      <Route element={<Needs permission="identity.org.read" />}>
        <Route path="/orgs" element={orgs} />
        <Route path="/orgs/:orgId" element={orgs} />
      </Route>
      <Route element={<Needs permission="identity.person.read" />}>
        <Route path="/people" element={people} />
        <Route path="/people/:personId" element={person} />
      </Route>
      <Route element={<Needs permission="identity.person.write" />}>
        <Route path="/people/new" element={newPerson} />
      </Route>
      <Route element={<Needs permission="identity.role.read" />}>
        <Route path="/roles" element={roles} />
        <Route path="/roles/:roleId" element={role} />
      </Route>
      <Route element={<Needs permission="identity.role.write" />}>
        <Route path="/roles/new" element={newRole} />
      </Route>
      <Route element={<Needs permission="identity.audit.read" />}>
        <Route path="/audit" element={audit} />
      </Route>
      <Route element={<Needs permission="exchange.inbox.read" />}>
        <Route path="/exchange/inbox" element={inbox} />
        <Route path="/exchange/inbox/:deliveryId" element={inbox} />
      </Route>
      {/* from either side: who sent it and who received it */}
      <Route path="/exchange/deliveries/:deliveryId" element={delivery} />
      <Route element={<Needs permission="exchange.dispatch.read" />}>
        <Route path="/exchange/sent" element={sent} />
        <Route path="/exchange/sent/:dispatchId" element={dispatch} />
      </Route>
      <Route element={<Needs permission="exchange.document.read" />}>
        <Route path="/exchange/documents" element={documents} />
        <Route path="/exchange/documents/:documentId" element={compose} />
      </Route>
      <Route element={<Needs permission="exchange.document.write" />}>
        <Route path="/exchange/documents/new" element={compose} />
      </Route>
      <Route element={<Needs permission="exchange.directory.read" />}>
        <Route path="/exchange/directory" element={directory} />
        <Route path="/exchange/directory/:orgId" element={directory} />
      </Route>
      <Route element={<Needs permission="exchange.statistics.read" />}>
        <Route path="/exchange/statistics" element={statistics} />
      </Route>
      <Route element={<Needs permission="exchange.peer.read" />}>
        <Route path="/exchange/peers" element={peers} />
      </Route>
      <Route element={<Needs permission="exchange.key.read" />}>
        <Route path="/exchange/keys" element={keys} />
      </Route>
      {/* everyone may look up which days count */}
      <Route path="/exchange/calendar" element={calendar} />
      <Route element={<Needs permission="exchange.webhook.write" />}>
        <Route path="/exchange/webhooks" element={webhooks} />
      </Route>
      <Route element={<Needs permission="approval.task.work" />}>
        <Route path="/approval/tasks" element={tasks} />
      </Route>
      <Route element={<Needs permission="approval.case.read" />}>
        <Route path="/approval/cases" element={cases} />
      </Route>
      <Route element={<Needs permission="approval.licence.read" />}>
        <Route path="/approval/licences" element={licences} />
      </Route>
      <Route element={<Needs permission="approval.item.write" />}>
        <Route path="/approval/items" element={items} />
      </Route>
      <Route element={<Needs permission="approval.statistics.read" />}>
        <Route path="/approval/statistics" element={approvalStatistics} />
      </Route>
      {/* whoever holds a task of it sees the case: the service decides */}
      <Route path="/approval/cases/:caseId" element={oneCase} />
      <Route element={<Needs permission="portal.article.write" />}>
        <Route path="/portal/articles/new" element={newArticle} />
      </Route>
      <Route element={<Needs permission="portal.article.read" />}>
        <Route path="/portal/articles" element={articles} />
        <Route path="/portal/articles/:editionId" element={edition} />
        <Route path="/portal/hearings" element={hearings} />
        <Route path="/portal/hearings/:hearingId" element={hearings} />
        <Route path="/portal/sites" element={sites} />
        <Route path="/portal/sites/:siteId" element={sites} />
        <Route path="/portal/words" element={words} />
      </Route>
      <Route element={<Needs permission="portal.letter.read" />}>
        <Route path="/portal/letters" element={letters} />
        <Route path="/portal/letters/:letterId" element={letters} />
      </Route>
      <Route element={<Needs permission="portal.request.read" />}>
        <Route path="/portal/requests" element={requests} />
        <Route path="/portal/requests/:requestId" element={requests} />
      </Route>
      <Route element={<Needs permission="portal.inspection.read" />}>
        <Route path="/portal/inspection" element={inspection} />
      </Route>
      <Route element={<Needs permission="oa.document.read" />}>
        <Route path="/oa/incoming" element={incomingList} />
        <Route path="/oa/incoming/:incomingId" element={incoming} />
        <Route path="/oa/documents" element={outgoing} />
        <Route path="/oa/documents/:documentId" element={oneOutgoing} />
      </Route>
      <Route element={<Needs permission="oa.meeting.read" />}>
        <Route path="/oa/meetings" element={meetings} />
        <Route path="/oa/meetings/:meetingId" element={meeting} />
        <Route path="/oa/meetings/:meetingId/check-in" element={checkIn} />
        <Route path="/oa/topics" element={topics} />
        <Route path="/oa/topics/:topicId" element={topics} />
      </Route>
      <Route element={<Needs permission="oa.supervision.read" />}>
        <Route path="/oa/supervision" element={supervisions} />
        <Route path="/oa/supervision/:itemId" element={supervision} />
        <Route path="/oa/supervision-board" element={supervisionBoard} />
        <Route path="/oa/supervision-bulletins/:bulletinId" element={bulletin} />
      </Route>
      <Route element={<Needs permission="oa.todo.read" />}>
        <Route path="/oa/todo" element={todos} />
        <Route path="/oa/delegations" element={delegations} />
      </Route>
      <Route element={<Needs permission="oa.handover.write" />}>
        <Route path="/oa/hand-over" element={handovers} />
      </Route>
      <Route element={<Needs permission="oa.todo.statistics" />}>
        <Route path="/oa/todo-statistics" element={cycleTimes} />
      </Route>
      <Route element={<Needs permission="oa.search.read" />}>
        <Route path="/oa/search" element={officeSearch} />
      </Route>
      <Route path="/notifications" element={notifications} />
      <Route path="/account/:section?" element={account} />
      <Route path="*" element={lost} />
    </Route>
  </Routes>
);
