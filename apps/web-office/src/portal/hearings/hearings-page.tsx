export const HearingsPage = () => null;
